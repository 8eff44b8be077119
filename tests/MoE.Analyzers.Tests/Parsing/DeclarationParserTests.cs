using System.Linq;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class DeclarationParserTests
{
    private const string Attributes = "[MixtureOfExperts(4, 2), FeedForwardExpert]";

    [Theory]
    [InlineData("", "", "Model")]
    [InlineData("namespace A.B;", "A.B", "A.B.Model")]
    [InlineData("namespace X.System;", "X.System", "X.System.Model")]
    [InlineData("namespace X.MoE;", "X.MoE", "X.MoE.Model")]
    [InlineData("namespace @class.@record.Größe;", "@class.@record.Größe", "class.record.Größe.Model")]
    public void Namespaces(string declaration, string expected, string hintName)
    {
        // Inside X.System and X.MoE short names mean other things.
        string attributes = "[global::MoE.MixtureOfExperts(4, 2), global::MoE.FeedForwardExpert]";
        DeclarationSpec found = Parse.One($"{declaration} {attributes} partial class Model;").Declaration;
        found.Namespace.ShouldBe(expected);
        found.Name.ShouldBe("Model");
        found.HintName.ShouldBe(hintName);
        found.Flaws.ShouldBe(DeclarationFlaws.None);
    }

    [Theory]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("file")]
    [InlineData("var")]
    [InlineData("extension")]
    [InlineData("field")]
    public void KeywordsKeepTheirSign(string name)
    {
        DeclarationSpec found = Parse.One($"{Attributes} partial class @{name};").Declaration;
        found.Name.ShouldBe("@" + name);
        found.HintName.ShouldBe(name);
    }

    [Theory]
    [InlineData("public", "public")]
    [InlineData("internal", "internal")]
    [InlineData("", "private")]
    [InlineData("private protected", "private protected")]
    [InlineData("protected internal", "protected internal")]
    public void Accessibility(string written, string expected) =>
        Parse.One($$"""partial class Outer { {{Attributes}} {{written}} partial class Model; }""")
            .Declaration.Accessibility.ShouldBe(expected);

    [Theory]
    [InlineData("partial class Outer", "partial class Outer")]
    [InlineData("public static partial class Outer", "partial class Outer")]
    [InlineData("partial class Outer<T, @event> where T : struct", "partial class Outer<T, @event>")]
    [InlineData("partial struct Outer", "partial struct Outer")]
    [InlineData("readonly ref partial struct Outer", "partial struct Outer")]
    [InlineData("partial record Outer(int X)", "partial record Outer")]
    [InlineData("partial record class Outer", "partial record Outer")]
    [InlineData("readonly partial record struct Outer<T>(T X)", "partial record struct Outer<T>")]
    [InlineData("partial interface Outer<T>", "partial interface Outer<T>")]
    public void Containers(string outer, string header)
    {
        DeclarationSpec found = Parse.One($$"""namespace N; {{outer}} { {{Attributes}} public partial class Model; }""").Declaration;
        found.Containers.ShouldHaveSingleItem().ShouldBe(new ContainerSpec(header, "Outer", true));
        found.HintName.ShouldBe(header.Count(c => c == '<') == 0 ? "N.Outer.Model" : $"N.Outer-{header.Split(',').Length}.Model");
        // The headers must compile beside the user's part.
        TestCompilation.ErrorsOf(TestCompilation.Create([
            ("Model.cs", $$"""namespace N; {{outer}} { {{Attributes}} public partial class Model; }"""),
            ("Model.g.cs", $$"""namespace N; {{header}} { partial class Model { public const int X = 1; } }"""),
        ])).ShouldBeEmpty();
    }

    [Fact]
    public void ContainersStandOutermostFirst() =>
        Parse.One($$"""partial class A { class B { partial struct C { {{Attributes}} partial class Model; } } }""")
            .Declaration.Containers.Select(container => (container.Name, container.IsPartial))
            .ShouldBe([("A", true), ("B", false), ("C", true)]);

    [Fact]
    public void EqualShortNamesHaveDifferentHintNames() =>
        Parse.All(
            $$"""namespace A { {{Attributes}} partial class Model; }""",
            $$"""namespace B { {{Attributes}} partial class Model; }""",
            $$"""partial class Outer { {{Attributes}} partial class Model; }""",
            $$"""partial class Outer<T> { {{Attributes}} partial class Model; }""",
            $$"""partial class outer { {{Attributes}} partial class Model; }""",
            $$"""{{Attributes}} partial class Model;""",
            $$"""{{Attributes}} partial class model;""",
            $$"""{{Attributes}} partial class MODEL;""")
            .Select(model => model.Declaration.HintName.ToUpperInvariant())
            .ShouldBeUnique();

    [Fact]
    public void UserMembersAreWhatTheUserNamed() =>
        Parse.One(
            $$"""partial class Outer<T> { {{Attributes}} partial class Model : IDisposable { public Model(int x) { } int _a; int B { get; set; } void IDisposable.Dispose() { } } }""",
            "partial class Outer<T> { partial class Model { void C() { } void C(int x) { } enum D; event Action E; int this[int i] => i; public static Model operator +(Model a, Model b) => a; } }")
            .Declaration.UserMembers.ShouldBe(["_a", "B", "C", "D", "E", "T"], ignoreOrder: true);

    [Theory]
    [InlineData("class Model;", DeclarationFlaws.NotPartial)]
    [InlineData("partial class Model; class Model;", DeclarationFlaws.NotPartial)]
    [InlineData("partial class Model<T>;", DeclarationFlaws.Generic)]
    [InlineData("static partial class Model;", DeclarationFlaws.Static)]
    [InlineData("abstract partial class Model;", DeclarationFlaws.Abstract)]
    [InlineData("partial record Model;", DeclarationFlaws.Record)]
    [InlineData("record Model(int X);", DeclarationFlaws.Record | DeclarationFlaws.NotPartial | DeclarationFlaws.PrimaryConstructor)]
    [InlineData("file partial class Model;", DeclarationFlaws.FileLocal)]
    [InlineData("partial class Model(); partial class Model;", DeclarationFlaws.PrimaryConstructor)]
    [InlineData("partial struct Model;", DeclarationFlaws.NotAClass)]
    [InlineData("sealed unsafe partial class Model;", DeclarationFlaws.None)]
    public void Flaws(string declaration, DeclarationFlaws expected) =>
        Parse.One($"{Attributes} {declaration}").Declaration.Flaws.ShouldBe(expected);
}
