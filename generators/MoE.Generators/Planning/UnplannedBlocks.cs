using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>What can be declared and has no planner yet: such a model gets its members, with bodies that throw. Goes when they have one.</summary>
internal static class UnplannedBlocks
{
    public static bool Has(ModelSpec spec) =>
        spec.Experts.Any(expert => expert is NestedExpertSpec { Model: { } nested } && (nested.ResidualBlock is not null || nested.Backbone is not null || nested.IsSequence || Has(nested)));
}
