using System.Collections.Generic;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>The enum of the named experts. Of a model with errors, the names that can be members.</summary>
internal static class ExpertEnumEmitter
{
    // A declaration with errors may ask for any number of experts.
    private const int Most = 65536;

    public static void Emit(SourceWriter writer, ModelSpec spec)
    {
        (string Name, long Index)[] members = [.. Named(spec).Where(member => ExpertNameChecks.IsMemberName(member.Name)).Take(Most)];
        if (members.Length == 0)
            return;
        writer.Line();
        writer.Summary("The named experts.");
        using System.IDisposable block = writer.Block("public enum Expert");
        HashSet<string> seen = [];
        foreach ((string name, long index) in members)
        {
            if (!seen.Add(name) || index > int.MaxValue)
                continue;
            writer.Summary($"Expert {index}.");
            writer.Line($"{Identifier.Escape(name)} = {index},");
        }
    }

    private static IEnumerable<(string Name, long Index)> Named(ModelSpec spec)
    {
        long first = 0;
        foreach (ExpertSpec expert in spec.Experts)
        {
            for (int index = 0; expert.Name is not null && index < expert.Count; index++)
                yield return (expert.Count == 1 ? expert.Name : expert.Name + Literal.Of(index), first + index);
            first += System.Math.Max(0, expert.Count);
        }
    }
}
