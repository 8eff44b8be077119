using System.Collections.Generic;
using System.Collections.Immutable;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>
/// The kernels that a model needs, or those of them that it brings: the first that needs a kernel brings it. So an edit
/// of one model emits no kernel of others anew, wherever it stands among them.
/// </summary>
/// <param name="Model">The hint name of the model.</param>
internal sealed record KernelUse(string Model, EquatableArray<RowKernelPlan> Kernels)
{
    /// <summary>The model that brings each kernel.</summary>
    public static IReadOnlyDictionary<RowKernelPlan, string> Owners(ImmutableArray<KernelUse> uses)
    {
        Dictionary<RowKernelPlan, string> owners = [];
        foreach (KernelUse use in uses)
            foreach (RowKernelPlan kernel in use.Kernels)
                if (!owners.ContainsKey(kernel))
                    owners.Add(kernel, use.Model);
        return owners;
    }

    public KernelUse Owned(IReadOnlyDictionary<RowKernelPlan, string> owners)
    {
        ImmutableArray<RowKernelPlan>.Builder owned = ImmutableArray.CreateBuilder<RowKernelPlan>();
        foreach (RowKernelPlan kernel in Kernels)
            if (owners[kernel] == Model)
                owned.Add(kernel);
        return this with { Kernels = owned.ToImmutable() };
    }
}
