using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether the class can be a model at all: MOE0001, MOE0002, MOE0003, MOE0009.</summary>
internal static class DeclarationChecks
{
    private static readonly (DeclarationFlaws Flaw, string Reason)[] Unsuitable =
    [
        (DeclarationFlaws.Generic, "generic"),
        (DeclarationFlaws.Static, "static"),
        (DeclarationFlaws.Abstract, "abstract"),
        (DeclarationFlaws.Record, "a record"),
        (DeclarationFlaws.FileLocal, "local to its file"),
        (DeclarationFlaws.PrimaryConstructor, "declared with a primary constructor"),
        (DeclarationFlaws.DerivesFromModel, "derived from another model"),
        (DeclarationFlaws.BaseNeedsArguments, "derived from a class that cannot be made without arguments"),
        (DeclarationFlaws.NotAClass, "anything but a class"),
    ];

    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        DeclarationSpec declaration = model.Declaration;
        if (declaration.Flaws.HasFlag(DeclarationFlaws.NotPartial))
            yield return new Finding(RuleIds.NotPartial, new FindingPlace(), ImmutableArray.Create(declaration.Name));
        if (declaration.OldLanguage is { } version)
            yield return new Finding(RuleIds.OldLanguage, new FindingPlace(), ImmutableArray.Create(declaration.Name, version, LanguageParser.OldestName));
        for (int i = 0; i < declaration.Containers.Count; i++)
        {
            if (!declaration.Containers[i].IsPartial)
                yield return new Finding(
                    RuleIds.ContainerNotPartial,
                    new FindingPlace(Container: i),
                    ImmutableArray.Create(declaration.Containers[i].Name, declaration.Name));
        }

        foreach ((DeclarationFlaws flaw, string reason) in Unsuitable)
        {
            if (declaration.Flaws.HasFlag(flaw))
                yield return new Finding(
                    RuleIds.UnsuitableClass, new FindingPlace(), ImmutableArray.Create(declaration.Name, reason));
        }
    }
}
