using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using MoE.Generators.Emission.Api;
using MoE.Generators.Emission.Blocks;
using MoE.Generators.Emission.Kernels;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>
/// From a specification to its files. A model with errors gets its members, with bodies that throw; so does one that
/// planning or emission fails on, which the analyzers then report; a class that cannot be a model gets nothing.
/// </summary>
internal sealed class ModelEmitter(Func<ModelSpec, ModelPlan> planner)
{
    /// <summary>The kernels that the model shares with others of its project; none for a model with errors.</summary>
    public EquatableArray<RowKernelPlan> RowKernels(ModelSpec spec)
    {
        try
        {
            return ModelChecks.IsValid(ModelChecks.Run(spec)) ? RowKernelPlan.Of(planner(spec)).ToImmutableArray() : ImmutableArray<RowKernelPlan>.Empty;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Emit meets the same fault and says so.
            return ImmutableArray<RowKernelPlan>.Empty;
        }
    }

    public IReadOnlyList<(string HintName, string Text)> Emit(ModelSpec spec)
    {
        try
        {
            return [.. Files(spec)];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return [(spec.Declaration.HintName + ".g.cs", ClassEmitter.Emit(spec, null, GeneratorFailure.Describe(error)))];
        }
    }

    private IEnumerable<(string HintName, string Text)> Files(ModelSpec spec)
    {
        EquatableArray<Finding> findings = ModelChecks.Run(spec);
        if (ModelChecks.BlocksEmission(findings))
            yield break;
        string name = spec.Declaration.HintName;
        if (!ModelChecks.IsValid(findings))
        {
            yield return (name + ".g.cs", ClassEmitter.Emit(spec, null));
            yield break;
        }
        ModelPlan plan = planner(spec);
        yield return (name + ".g.cs", ClassEmitter.Emit(spec, plan));
        foreach ((string suffix, string text) in BlockEmitters.Files(plan))
            yield return ($"{name}.{suffix}.g.cs", text);
        yield return (name + ".Kernels.g.cs", KernelsEmitter.Emit(plan));
        yield return (name + ".File.g.cs", FileEmitter.Emit(plan));
    }
}
