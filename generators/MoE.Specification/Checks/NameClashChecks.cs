using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Whether a name is taken that the generated part needs: MOE0007.</summary>
internal static class NameClashChecks
{
    // As metadata calls it; of the user's, only one that is generated, too, is among the members.
    private const string Constructor = ".ctor";

    public static IEnumerable<Finding> Of(ModelSpec model)
    {
        HashSet<string> generated = GeneratedMembers.Of(model);
        DeclarationSpec declaration = model.Declaration;
        if (generated.Contains(declaration.Name))
            yield return Clash(new FindingPlace(), declaration.Name, "class");
        if (declaration.Flaws.HasFlag(DeclarationFlaws.GlobalTypeNamedMoE))
            yield return Clash(new FindingPlace(), "MoE", "type in the global namespace");
        foreach (string member in declaration.UserMembers)
        {
            if (member == Constructor)
                yield return Clash(new FindingPlace(Member: member), $"{declaration.Name}({GeneratedMembers.ConstructorParameter})", "constructor");
            else if (generated.Contains(member))
                yield return Clash(new FindingPlace(Member: member), member, "member");
        }

        Finding Clash(FindingPlace place, string name, string kind) =>
            new(RuleIds.NameClash, place, ImmutableArray.Create(kind, name, declaration.Name));
    }
}
