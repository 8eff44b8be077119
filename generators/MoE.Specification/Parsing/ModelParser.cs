using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>
/// Symbols in, specification out. Total: whatever the user wrote yields a spec, and what is wrong with it is for the
/// rules or the compiler to say.
/// </summary>
public static class ModelParser
{
    public static ModelSpec Parse(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        ImmutableArray<AttributeSpec>.Builder attributes = ImmutableArray.CreateBuilder<AttributeSpec>();
        ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
        Dictionary<AttributeTable, int> seen = [];
        ExpertParts parts = new(model, cancellationToken);
        foreach (AttributeData attribute in model.GetAttributes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (AttributeVocabulary.Of(attribute.AttributeClass) is not { } table)
                continue;
            seen.TryGetValue(table, out int occurrence);
            seen[table] = occurrence + 1;
            AttributeSpec spec = table.Read(attribute, model, occurrence, findings);
            attributes.Add(spec);
            if (spec is ExpertSpec)
                parts.Take(attribute, new FindingPlace(table.Name, occurrence), findings);
        }
        return new ModelSpec(DeclarationParser.Parse(model, cancellationToken), attributes.ToImmutable(), findings.ToImmutable());
    }
}
