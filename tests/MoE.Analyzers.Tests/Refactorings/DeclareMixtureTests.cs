using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using MoE.CodeFixes;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests.Refactorings;

/// <summary>The refactoring that makes a partial class a model.</summary>
public sealed class DeclareMixtureTests
{
    private const string Attributes = """
        [MixtureOfExperts(inputs: 4, outputs: 2, TopK = 2)]
        [FeedForwardExpert(64, Count = 4)]
        [Training]
        """;

    [Fact]
    public Task A_class_alone() => Makes("public sealed partial class $$Triage;", $"{Attributes}\npublic sealed partial class Triage;");

    [Fact]
    public Task Comments_attributes_and_members_stay() => Makes(
        """
        // Of the shop.
        namespace Shop;

        /// <summary>What to do.</summary>
        [Obsolete] // Soon.
        internal part$$ial class Triage : object
        {
            public int   Mine; // As it is.
        }
        """,
        $$"""
        // Of the shop.
        namespace Shop;

        /// <summary>What to do.</summary>
        {{Attributes}}
        [Obsolete] // Soon.
        internal partial class Triage : object
        {
            public int   Mine; // As it is.
        }
        """);

    [Fact]
    public Task Inside_others_it_is_indented() => Makes(
        """
        namespace Shop
        {
            public partial struct Outer<T>
            {
                partial class $$Triage { }
            }
        }
        """,
        $$"""
        namespace Shop
        {
            public partial struct Outer<T>
            {
                {{Attributes.ReplaceLineEndings("\n        ")}}
                partial class Triage { }
            }
        }
        """);

    [Fact]
    public Task The_namespace_is_imported_where_it_is_not() => Makes(
        """
        // Of the shop.
        using System;

        namespace Shop;

        partial class $$Triage;
        """,
        $$"""
        // Of the shop.
        using System;
        using MoE;

        namespace Shop;

        {{Attributes}}
        partial class Triage;
        """,
        prelude: "");

    [Fact]
    public Task The_first_import_comes_first() => Makes(
        "namespace Shop;\n\n/// <summary>What to do.</summary>\npartial class $$Triage;",
        $"using MoE;\n\nnamespace Shop;\n\n/// <summary>What to do.</summary>\n{Attributes}\npartial class Triage;",
        prelude: "");

    [Theory]
    [InlineData("class $$Triage;")]
    [InlineData("static partial class $$Triage;")]
    [InlineData("abstract partial class $$Triage;")]
    [InlineData("partial class $$Triage<T>;")]
    [InlineData("partial class Outer<T> { class Middle { partial class $$Triage; } }")]
    [InlineData("file partial class $$Triage;")]
    [InlineData("partial class $$Triage(int x);")]
    [InlineData("partial record $$Triage;")]
    [InlineData("partial struct $$Triage;")]
    [InlineData("[MixtureOfExperts(1, 1)] partial class $$Triage;")]
    [InlineData("[Training] partial class Triage; partial class $$Triage;")]
    [InlineData("partial class Triage { int $$_x; }")]
    [InlineData("[$$Obsolete] partial class Triage;")]
    [InlineData("$$")]
    public async Task Nothing_is_offered_elsewhere(string source) => (await Offered(source, TestCompilation.Prelude, TestCompilation.References)).Action.ShouldBeNull();

    [Fact]
    public async Task Nothing_is_offered_without_the_library() =>
        (await Offered("partial class $$Triage;", "", TestCompilation.References.Where(reference => reference.Display != TestCompilation.LibraryPath))).Action.ShouldBeNull();

    private static async Task Makes(string source, string expected, string prelude = TestCompilation.Prelude)
    {
        (Document document, CodeAction? action) = await Offered(source, prelude, TestCompilation.References);
        ApplyChangesOperation operation = (await action.ShouldNotBeNull().GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Document changed = operation.ChangedSolution.GetDocument(document.Id)!;
        (await changed.GetTextAsync()).ToString().ReplaceLineEndings("\n").ShouldBe(expected.ReplaceLineEndings("\n"));
        Compilation compilation = (await changed.Project.GetCompilationAsync())!;
        TestCompilation.ErrorsOf(compilation).ShouldBeEmpty();
        (await AllRules.DiagnoseAsync(compilation)).ShouldBeEmpty();
    }

    private static async Task<(Document Document, CodeAction? Action)> Offered(string source, string prelude, IEnumerable<MetadataReference> references)
    {
        int cursor = source.IndexOf("$$", StringComparison.Ordinal);
        Document document = new AdhocWorkspace().AddProject("Test", LanguageNames.CSharp)
            .WithCompilationOptions(TestCompilation.Options)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithMetadataReferences(references)
            .AddDocument("Prelude.cs", prelude.Length > 0 ? prelude : "").Project
            .AddDocument("Model.cs", source.Remove(cursor, 2));
        CodeAction? offered = null;
        await new DeclareMixtureRefactoring().ComputeRefactoringsAsync(
            new CodeRefactoringContext(document, new(cursor, 0), action => offered = action, CancellationToken.None));
        return (document, offered);
    }
}
