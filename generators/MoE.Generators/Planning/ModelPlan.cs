using System.Collections.Generic;
using System.Linq;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>All that is decided about a model before a line of it is printed: a tree of blocks.</summary>
/// <param name="Root">The outermost block; its parameters are the model's.</param>
/// <param name="File">What its files hold.</param>
/// <param name="TopK">Experts that work on a row.</param>
internal sealed record ModelPlan(ModelSpec Spec, BlockPlan Root, FilePlan File, int ExpertCount, int TopK)
{
    /// <summary>The blocks that are classes of their own.</summary>
    public IEnumerable<BlockPlan> Blocks => Root.WithInner;

    /// <summary>Whether files hold more than parameters.</summary>
    public bool HoldsState => StatePrefixes.Any();

    /// <summary>What the names of those other tensors begin with.</summary>
    public IEnumerable<string> StatePrefixes => Root.StatePrefixes;
}
