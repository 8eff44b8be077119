using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Arguments of other types and other sizes than an attribute takes, missing ones and surplus ones.</summary>
internal static class ArgumentEdits
{
    private static readonly string[] Values =
    [
        "0", "-1", "int.MaxValue", "int.MinValue", "1000000", "99999999999", "0x7fff_ffff", "1e300", "-1e-300", "double.NaN", "float.PositiveInfinity", "double.MinValue", "3e38", "1e30", "7e28", "1.5m", "'a'", "1L", "(byte)3",
        "\"\"", "\"A\"", "\"A\\u200d\"", "\"\\ud800\"", "\"a b\"", "\"value__\"", "\"A\0\"", "\"\\\"\"", "\"</summary>\"", "null", "default", "default(int)", "default(string)", "(string)null", "true", "new int[0]", "new[] { 1, -1 }", "new int[] { int.MaxValue, int.MaxValue }", "new[] { \"x\" }", "[]", "[1, .. new int[] { 2 }]", "new int[2, 2]", "new int[3]", "stackalloc int[1]",
        "typeof(int)", "nameof(Kind)", "nameof(Missing)", "1 / 0", "int.MaxValue + 1", "unchecked(int.MaxValue + 1)", "checked(1 - 2)", "(Activation)99", "(Overflow)(-1)", "Activation.Missing", "Kind.A", "Missing", "Missing.X", "Nested.TopK", "Nested.ExpertCount", "Model.TopK", "M.InputSize", "Constant.InputSize", "sizeof(int)",
        "$\"{1}\"", "x => x", "await 1", "throw null", "(1, 2)", "new object()", "new()", "this", "base", "args", "1 +", "(", "", "out int x", "ref x", "X: 1", "hidden: 3", "Count = 2", "outputs: 2", "inputs: 4", "Name = \"B\"", "TopK = 3", "\"\"\"A\"\"\"", "\"A\"u8", "1 == 1 ? 2 : 3", "(int)2.7", "(int)double.NaN", "unchecked((int)1e300)",
    ];

    private static readonly string[] Types =
    [
        "int", "string", "object", "dynamic", "T", "Missing", "int[]", "(int, int)", "Kind?", "Kind", "Nested", "NestedTrained", "Deep", "Constant", "Learner", "Rule", "Plain", "NoDefault", "Unfinished", "Sealed", "Many", "Alias", "Single", "Empty", "Hidden",
        "System.Collections.Generic.List<Kind>", "Generic<string?>", "Shelf<Missing>.Rack", "Shelf<>", "void", "", "int, int", "int*", "delegate*<void>", "System.Span<int>", "IExpert", "System.Enum", "System.ValueType", "DayOfWeek", "StringComparison", "MoE.Activation", "Model", "M", "Outer", "@class", "nint", "System.Nullable<int>", "MixtureOfExpertsAttribute", "global::Kind", "class",
    ];

    private static readonly string[] Properties =
        [.. AttributeVocabulary.All.SelectMany(table => table.Arguments).Select(argument => argument.Name).Distinct()];

    public static Gen<string> Of(string source)
    {
        AttributeArgumentSyntax[] arguments = [.. Spans.Of<AttributeArgumentSyntax>(source)];
        IEnumerable<AttributeArgumentListSyntax> lists = Spans.Of<AttributeArgumentListSyntax>(source);
        return Gen.OneOf(
            Spans.Replace(source, arguments.Select(argument => argument.Expression.Span), Values),
            Spans.Replace(source, arguments.Select(argument => argument.Expression.Span), Values),
            Spans.Replace(source, arguments.Select(argument => argument.Span), ["", .. Values]),
            Spans.Replace(source, arguments.Select(argument => argument.NameEquals?.Name.Span).OfType<Microsoft.CodeAnalysis.Text.TextSpan>(), Properties),
            Spans.Insert(source, lists.Select(list => list.CloseParenToken.SpanStart), [.. Values.Select(value => ", " + value)]),
            Gen.Elements(Properties).Zip(Gen.Elements(Values)).SelectMany(pair => Spans.Insert(source, lists.Select(list => list.CloseParenToken.SpanStart), $", {pair.Item1} = {pair.Item2}")),
            Spans.Replace(source, lists.Select(list => list.Span), "", "()", "(1)", "(4, 2)", "(int.MaxValue, int.MaxValue)"),
            Spans.Replace(source, Spans.Of<TypeArgumentListSyntax>(source).SelectMany(list => list.Arguments).Select(type => type.Span), Types));
    }
}
