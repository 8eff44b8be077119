using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>What a fix makes of the program's file.</summary>
/// <param name="Diagnostic">What it is the fix of.</param>
internal sealed record FixTrial(Diagnostic Diagnostic, string Text)
{
    /// <summary>Every fix of what was found in the program's file.</summary>
    public static IEnumerable<FixTrial> Of(Trial trial, ImmutableArray<CodeFixProvider> fixes) =>
        from diagnostic in trial.Found
        let document = trial.Project.GetDocument(diagnostic.Location.SourceTree)
        where document?.Name == TrialProject.ModelFile
        from fix in fixes
        where fix.FixableDiagnosticIds.Contains(diagnostic.Id)
        from action in Actions(fix, document, diagnostic)
        select new FixTrial(diagnostic, Applied(action, document));

    /// <summary>A text that parses no more.</summary>
    /// <param name="before">The program's file before the fix.</param>
    public IEnumerable<string> Complaints(string before) =>
        Parses(before) && !Parses(Text) ? [$"the fix of {Diagnostic} left\n{Text}"] : [];

    private static List<CodeAction> Actions(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        List<CodeAction> actions = [];
        fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)).GetAwaiter().GetResult();
        return actions;
    }

    private static string Applied(CodeAction action, Document document) =>
        action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult()
            .OfType<ApplyChangesOperation>().Single()
            .ChangedSolution.GetDocument(document.Id)!.GetTextAsync().GetAwaiter().GetResult().ToString();

    private static bool Parses(string text) =>
        !CSharpSyntaxTree.ParseText(text, TestCompilation.ParseOptions).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
