using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
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
    public EmittedModel Emit(ModelSpec spec)
    {
        string name = spec.Declaration.HintName;
        try
        {
            EquatableArray<Finding> findings = ModelChecks.Run(spec);
            // Half-typed: a class without a name has no other part.
            if (spec.Declaration.Name.Length == 0)
                return new EmittedModel(name, default, default);
            if (ModelChecks.BlocksEmission(findings))
                return new EmittedModel(name, Blocked(spec, findings), default);
            if (!ModelChecks.IsValid(findings))
                return new EmittedModel(name, ImmutableArray.Create((name + ".g.cs", ClassEmitter.Emit(spec, null))), default);
            ModelPlan plan = planner(spec);
            return new EmittedModel(name, Files(name, plan).ToImmutableArray(), RowKernelPlan.Of(plan).ToImmutableArray());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new EmittedModel(name, ImmutableArray.Create((name + ".g.cs", ClassEmitter.Emit(spec, null, GeneratorFailure.Describe(error)))), default);
        }
    }

    // Two files and no more: after each edit the compiler compares every generated file's name with all others.
    private static IEnumerable<(string HintName, string Text)> Files(string name, ModelPlan plan)
    {
        yield return (name + ".g.cs", ClassEmitter.Emit(plan.Spec, plan));
        SourceWriter writer = new();
        using (GeneratedFile.Open(writer))
        {
            BlockEmitters.Emit(writer, plan);
            writer.Line();
            KernelsEmitter.Emit(writer, plan);
            writer.Line();
            FileEmitter.Emit(writer, plan);
        }
        yield return (name + ".Model.g.cs", writer.ToString());
    }

    private static EquatableArray<(string HintName, string Text)> Blocked(ModelSpec spec, EquatableArray<Finding> findings)
    {
        bool isDerivedOnly = spec.Declaration.Flaws == DeclarationFlaws.DerivesFromModel
            && findings.Count(finding => ModelChecks.BlocksEmission(ImmutableArray.Create(finding))) == 1;
        return isDerivedOnly
            ? ImmutableArray.Create((spec.Declaration.HintName + ".g.cs", ClassEmitter.EmitDerived(spec.Declaration)))
            : ImmutableArray<(string, string)>.Empty;
    }
}
