using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Sees to it that the experts stand on one part of a partial class: MOE0004. The order of its parts is that of files, which means nothing.</summary>
internal sealed class ExpertParts(INamedTypeSymbol model, CancellationToken cancellationToken)
{
    private SyntaxNode? _first;
    private bool _isFound;

    /// <summary>Takes an expert's attribute; finds the first that stands elsewhere than the first of all.</summary>
    public void Take(AttributeData attribute, FindingPlace place, ImmutableArray<Finding>.Builder findings)
    {
        if (_isFound || model.DeclaringSyntaxReferences.Length < 2 || attribute.ApplicationSyntaxReference is not { } reference)
            return;
        SyntaxNode? part = reference.GetSyntax(cancellationToken).Parent?.Parent;
        _first ??= part;
        _isFound = part != _first;
        if (_isFound)
            findings.Add(new Finding(RuleIds.SeveralParts, place, ImmutableArray.Create(model.Name)));
    }
}
