using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>
/// How the generator, which reports nothing itself, tells the analyzers that planning or emitting a model failed: in the
/// [GeneratedCode] of the part that it could still emit.
/// </summary>
public static class GeneratorFailure
{
    public const string Tool = "MoE.Gen";

    private const string Mark = "failed: ";

    /// <summary>What stands in place of the generator's version.</summary>
    public static string Describe(Exception error) => $"{Mark}{error.GetType().Name}: {error.Message}";

    /// <summary>What failed; null for a model that was emitted as it should be.</summary>
    public static string? Of(INamedTypeSymbol model) => model.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { Name: "GeneratedCodeAttribute" } && attribute.ConstructorArguments.Length == 2)
        .Where(attribute => attribute.ConstructorArguments[0].Value as string == Tool)
        .Select(attribute => attribute.ConstructorArguments[1].Value as string)
        .Where(version => version?.StartsWith(Mark, StringComparison.Ordinal) == true)
        .Select(version => version!.Substring(Mark.Length))
        .FirstOrDefault();
}
