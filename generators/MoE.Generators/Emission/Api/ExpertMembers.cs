using System.Collections.Generic;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>The experts that are objects: a user's own, forests.</summary>
internal static class ExpertMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        // A backbone has an instance in each of its mixtures.
        if (spec.Backbone is not null)
            yield break;
        if (spec.Experts.OfType<CustomExpertSpec>().Any())
            yield return Getter("global::MoE.IExpert", "GetExpert", "Custom", "The instance of a type of your own that an expert is.", "is no type of your own");
        if (spec.Experts.OfType<RandomForestExpertSpec>().Any())
            yield return Getter("global::MoE.Forest", "GetForest", "Forest", "The forest that an expert is: its trees, what they say of the features and of rows that they have not seen. A Fit puts another in its place.", "is no forest");
    }

    private static Member Getter(string type, string name, string part, string summary, string otherwise) => new(
        $"<summary>{summary}</summary>\n<param name=\"expert\">From 0 to ExpertCount - 1.</param>\n<exception cref=\"global::System.ArgumentException\">There is no such expert, or it {otherwise}.</exception>",
        $"public {type} {name}(int expert)",
        $$"""
        global::MoE.Experts.RowSpans.DemandExpert(expert, ExpertCount);
        return _mixture.{{part}}(expert){{(part == "Forest" ? "?.Current" : "")}} ?? throw new global::System.ArgumentException($"Expert {expert} {{otherwise}}.", nameof(expert));
        """);
}
