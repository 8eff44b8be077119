using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;

namespace MoE.Analyzers.Tests;

/// <summary>Applies the fix of a rule to what the rule finds in a source.</summary>
internal static class FixOf
{
    /// <summary>The text of Model.cs after the fix of the first finding; null where no fix is offered.</summary>
    public static async Task<string?> First(string ruleId, params (string Path, string Source)[] files)
    {
        Project project = Project(files);
        Diagnostic diagnostic = (await Diagnostics(project, ruleId)).First();
        Document document = project.Solution.GetDocument(diagnostic.Location.SourceTree)!;
        List<CodeAction> actions = [];
        await Provider(ruleId).RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.Count == 0 ? null : await Apply(actions.ShouldHaveSingleItem(), project);
    }

    /// <summary>The text of Model.cs after all fixes at once.</summary>
    public static async Task<string> All(string ruleId, string source)
    {
        Project project = Project([("Model.cs", source)]);
        Document document = project.Documents.Single(file => file.Name == "Model.cs");
        CodeFixProvider provider = Provider(ruleId);
        FixAllContext context = new(
            document, provider, FixAllScope.Project, ruleId, [ruleId], new Finder(), CancellationToken.None);
        CodeAction? action = await provider.GetFixAllProvider()!.GetFixAsync(context);
        return await Apply(action.ShouldNotBeNull(), project);
    }

    private static async Task<string> Apply(CodeAction action, Project project)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Document document = changed.GetProject(project.Id)!.Documents.Single(file => file.Name == "Model.cs");
        return (await document.GetTextAsync()).ToString();
    }

    private static CodeFixProvider Provider(string ruleId) =>
        AllRules.Fixes.Single(fix => fix.FixableDiagnosticIds.Contains(ruleId));

    private static async Task<ImmutableArray<Diagnostic>> Diagnostics(Project project, string ruleId)
    {
        Compilation compilation = (await project.GetCompilationAsync())!;
        return [.. (await AllRules.DiagnoseAsync(compilation)).Where(diagnostic => diagnostic.Id == ruleId)];
    }

    private static Project Project((string Path, string Source)[] files)
    {
        Project project = new AdhocWorkspace().AddProject("Test", LanguageNames.CSharp)
            .WithCompilationOptions(TestCompilation.Options)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithMetadataReferences(TestCompilation.References);
        foreach ((string path, string source) in files.Prepend(("Prelude.cs", TestCompilation.Prelude)))
            project = project.AddDocument(path, source, filePath: path).Project;
        return project;
    }

    private sealed class Finder : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await AllRules.DiagnoseAsync((await project.GetCompilationAsync(cancellationToken))!);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(document.Project, cancellationToken))
                .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await GetAllDiagnosticsAsync(project, cancellationToken)).Where(diagnostic => !diagnostic.Location.IsInSource);
    }
}
