using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests.Matrix;

/// <summary>After a fix a program compiles, with the generated part, and the rule has nothing more to say.</summary>
public sealed class FixTests
{
    // MOE0002 is about what stands around a model, and has its own tests.
    private static readonly IEnumerable<string> Fixable = AllRules.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Except(["MOE0002"]);

    public static TheoryData<string> Ids => [.. Fixable];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task AFixLeavesAProgramThatCompiles(string id)
    {
        Markup program = WrongPrograms.All.Select(Markup.Parse).Single(program => program.Marks[0].Id == id);
        (string, string) companions = ("Companions.cs", WrongPrograms.Companions);

        CSharpCompilation written = TestCompilation.Create([("Model.cs", program.Source), companions]);
        string repaired = (await FixOf.First(id, [("Model.cs", program.Source), companions, .. GeneratedErrors.FilesOf(written)])).ShouldNotBeNull();

        CSharpCompilation compilation = TestCompilation.Create([("Model.cs", repaired), companions]);
        GeneratedErrors.All(compilation).ShouldBeEmpty();
        (await AllRules.DiagnoseAsync(compilation)).Select(diagnostic => diagnostic.Id).ShouldNotContain(id);
    }
}
