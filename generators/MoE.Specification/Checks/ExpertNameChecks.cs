using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Specification;

/// <summary>Whether the experts' names make an enum: MOE0110.</summary>
public static class ExpertNameChecks
{
    internal static IEnumerable<Finding> Of(ModelSpec model)
    {
        List<(string Name, int Count)> earlier = [];
        foreach ((ExpertSpec expert, FindingPlace place) in Places.Experts(model))
        {
            if (expert.Name is not { } name)
                continue;
            (string Name, int Count) current = (name, expert.Count);
            string? reason = !IsMemberName(name) ? "it is not a C# identifier"
                : earlier.Any(other => Clash(other, current)) ? "an expert before has it already"
                : null;
            if (reason is not null)
                yield return new Finding(
                    RuleIds.ExpertName, place with { Argument = "Name" }, ImmutableArray.Create(name, reason));
            earlier.Add(current);
        }
    }

    /// <summary>Whether an enum can have such a member; value__ is the field that every enum has.</summary>
    public static bool IsMemberName(string name) => SyntaxFacts.IsValidIdentifier(name) && name != "value__";

    // Answered without writing the names out: a count may be huge.
    private static bool Clash((string Name, int Count) one, (string Name, int Count) two) => (one.Count > 1, two.Count > 1) switch
    {
        (false, false) => one.Name == two.Name,
        (true, false) => Numbers(one, two.Name),
        (false, true) => Numbers(two, one.Name),
        _ => one.Name == two.Name || NumbersOverlap(one, two) || NumbersOverlap(two, one),
    };

    private static bool Numbers((string Name, int Count) many, string name) =>
        Suffix(many.Name, name) is { } number && number < many.Count;

    // A0, A1, ... meets A10, A11, ... of the name A1 when the first one, A10, is among them.
    private static bool NumbersOverlap((string Name, int Count) many, (string Name, int Count) longer) =>
        Suffix(many.Name, longer.Name) is > 0 and { } number && number * 10 < many.Count;

    /// <summary>The number that makes the longer name of the shorter one, as it would be written; null where none does.</summary>
    private static long? Suffix(string name, string longer)
    {
        if (longer.Length <= name.Length || longer.Length > name.Length + 10
            || !longer.StartsWith(name, System.StringComparison.Ordinal))
            return null;
        string digits = longer.Substring(name.Length);
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            && number.ToString(CultureInfo.InvariantCulture) == digits
            ? number
            : null;
    }
}
