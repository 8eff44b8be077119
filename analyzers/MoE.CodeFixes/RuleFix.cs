using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace MoE.CodeFixes;

/// <summary>A fix of one rule: it replaces one node, from syntax alone.</summary>
public abstract class RuleFix : CodeFixProvider
{
    private readonly string _title;

    private protected RuleFix(string ruleId, string title)
    {
        FixableDiagnosticIds = ImmutableArray.Create(ruleId);
        _title = title;
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            Location place = diagnostic.AdditionalLocations.FirstOrDefault() ?? diagnostic.Location;
            if (context.Document.Project.Solution.GetDocument(place.SourceTree) is not { } document
                || await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
                || Change(root.FindNode(place.SourceSpan, getInnermostNodeForTie: true), diagnostic) is not { } change)
                continue;
            SyntaxNode changed = root.ReplaceNode(change.Old, change.New);
            context.RegisterCodeFix(
                CodeAction.Create(
                    _title,
                    _ => Task.FromResult(document.Project.Solution.WithDocumentSyntaxRoot(document.Id, changed)),
                    equivalenceKey: FixableDiagnosticIds[0]),
                diagnostic);
        }
    }

    /// <summary>The node to replace and what takes its place; null where there is nothing to do.</summary>
    private protected abstract (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic);
}
