using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Members, bases and modifiers of the user's that the generated part must live with.</summary>
internal static class MemberEdits
{
    private static readonly string[] Members =
    [
        "public required int Needed { get; set; }", "public required string Needed;", "static int s_x = checked(int.MaxValue - 1);", "unsafe int* _p;", "void IDisposable.Dispose() { }", "void IPredicts.Predict() { }",
        "public int TopK => 1;", "void Predict() { }", "float[] Predict(ReadOnlySpan<float> inputs) => [];", "class Expert { }", "enum Expert { A }", "public static Form Create(ulong seed) => throw null!;", "int get_Parameters() => 0;", "static object get_Parameters() => 0;", "void set_Parameters(int x) { }", "int get_Classes() => 0;", "int get_Item(int x) => 0;",
        "public Form() { }", "private Form() { }", "static Form() { }", "~Form() { }", "public Form(int x) : this() { }", "private Form(MoE.Persistence.ParameterBuffer parameters) { }", "public Form(MoE.Persistence.ParameterBuffer buffer) { }", "public Form(object parameters) { }",
        "public static Form operator +(Form a, Form b) => a;", "public static implicit operator int(Form a) => 0;", "public static bool operator ==(Form a, Form b) => true;", "public int this[int i] => i;", "protected virtual void Finalize() { }", "public override string ToString() => \"\";", "public new int GetHashCode() => 0;",
        "class global { }", "class MoE { }", "class System { }", "class Span { }", "int System => 0;", "int MoE => 0;", "int seed;", "delegate void Save();", "event Action Load;", "const int InputSize = 1;", "const int Own = TopK;", "static int Use(Form form) => Form.InputSize + form.Predict([]).Length;", "partial void Fit();", "partial int Load { get; }", "file class Inside;", "Missing _missing;", "int Half(", "public int X { get", "[Obsolete] int Old;", "extern static int Far();", "static abstract int Near();",
        "[MixtureOfExperts(4, 2), FeedForwardExpert] public partial class Inner;", "[MixtureOfExperts(4, 2), FeedForwardExpert, Expert<Form>] public partial class Form2;", "enum Kind { A, B }", "int Parameters { get; }", "record R(int X);", "ref struct S { }", "void M<T>() where T : Form, new() { }", "IEnumerable<int> E() { yield return 1; }", "#nullable disable\nstring s;", "#pragma warning disable\n", "#line 1 \"Model.g.cs\"\n", "#if false\n", "#region X\n",
    ];

    private static readonly string[] Bases =
    [
        "Plain", "NoDefault", "Unfinished", "Hiding", "Needing", "Generic<int>", "Generic<Form>", "Sealed", "Recorded", "IPredicts", "IDefault", "Missing", "object", "System.Exception", "System.Attribute", "System.Delegate", "System.MulticastDelegate", "System.Enum", "System.ValueType", "System.Array",
        "System.Collections.Generic.List<int>", "IMixtureOfExperts<Form>", "IMixtureOfExperts<Nested>", "IExpert", "IGatingNetwork", "IDisposable", "System.IEquatable<Form>", "Nested", "Form", "int", "dynamic", "T", "Outer", "Generic<>", "Plain, Plain", "Plain(1)", "NoDefault(1)", "global::MoE.Training.IMixtureModel", "IComparable, Plain", "string", "System.Nullable<int>", "Kind", "",
    ];

    private static readonly string[] Modifiers =
        ["static", "abstract", "sealed", "unsafe", "readonly", "ref", "file", "required", "new", "extern", "async", "const", "virtual", "override", "public", "private", "protected", "internal", "private protected", "partial", "record", "event", "implicit", "scoped", "fixed", "volatile"];

    private static readonly string[] Parameters = ["<T>", "<T, U>", "<in T>", "()", "(int x)", "(int x) : Plain", "<T>(T x)", "(this int x)", "<"];

    public static Gen<string> Of(string source)
    {
        TypeDeclarationSyntax[] types = [.. Spans.Of<TypeDeclarationSyntax>(source)];
        return Gen.OneOf(
            InType(source, types, Members),
            InType(source, types, Members),
            Spans.Insert(source, types.Select(type => type.Identifier.Span.End), [.. Bases.Select(type => $" : {Named(type, types)}")]),
            Spans.Insert(source, types.Select(type => type.Keyword.SpanStart), [.. Modifiers.Select(modifier => modifier + " ")]),
            Spans.Insert(source, types.Select(type => type.Modifiers.FirstOrDefault(type.Keyword).SpanStart), [.. Modifiers.Select(modifier => modifier + " ")]),
            Spans.Replace(source, types.SelectMany(type => type.Modifiers).Select(modifier => modifier.Span), ["", .. Modifiers]),
            Spans.Replace(source, types.Select(type => type.Keyword.Span), "struct", "record", "interface", "enum", "record struct", "class class", "delegate void"),
            Spans.Insert(source, types.Select(type => type.Identifier.Span.End), Parameters));
    }

    private static Gen<string> InType(string source, TypeDeclarationSyntax[] types, string[] members) => Gen.OneOf(
        Spans.Insert(source, types.Where(type => type.Members.Count > 0 || type.OpenBraceToken.Span.Length > 0).Select(type => type.OpenBraceToken.Span.End), [.. members.Select(member => $" {Named(member, types)} ")]),
        Spans.Replace(source, types.Where(type => type.SemicolonToken.Span.Length > 0).Select(type => type.SemicolonToken.Span), [.. members.Select(member => $" {{ {Named(member, types)} }}")]));

    private static string Named(string text, IEnumerable<TypeDeclarationSyntax> types) =>
        text.Replace("Form", types.Select(type => type.Identifier.Text).LastOrDefault() ?? "Form", System.StringComparison.Ordinal);
}
