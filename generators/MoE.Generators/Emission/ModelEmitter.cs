using System;
using System.Collections.Immutable;
using System.Linq;
using MoE.Generators.Emission.Api;
using MoE.Generators.Emission.Blocks;
using MoE.Generators.Emission.Kernels;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>
/// From a specification to its file. A model with errors gets its members, with bodies that throw; so does one that
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
            if (spec.Declaration.IsBroken)
                return new EmittedModel(name, null, default);
            if (ModelChecks.BlocksEmission(findings))
                return new EmittedModel(name, Blocked(spec, findings), default);
            if (!ModelChecks.IsValid(spec, findings))
                return new EmittedModel(name, Members(spec), default);
            ModelPlan plan = planner(spec);
            return new EmittedModel(name, Whole(plan), RowKernelPlan.Of(plan).ToImmutableArray());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new EmittedModel(name, Members(spec, GeneratorFailure.Describe(error)), default);
        }
    }

    // One file and no more: after each edit the compiler compares every generated file's name with all others.
    private static string Whole(ModelPlan plan)
    {
        SourceWriter writer = GeneratedFile.Begin();
        ClassEmitter.Emit(writer, plan.Spec, plan);
        writer.Line();
        using (GeneratedFile.Open(writer))
        {
            BlockEmitters.Emit(writer, plan);
            FileEmitter.Emit(writer, plan);
        }
        return writer.ToString();
    }

    private static string Members(ModelSpec spec, string? failure = null)
    {
        SourceWriter writer = GeneratedFile.Begin();
        ClassEmitter.Emit(writer, spec, plan: null, failure);
        return writer.ToString();
    }

    private static string? Blocked(ModelSpec spec, EquatableArray<Finding> findings)
    {
        bool isDerivedOnly = spec.Declaration.Flaws == DeclarationFlaws.DerivesFromModel
            && findings.Count(finding => ModelChecks.BlocksEmission(ImmutableArray.Create(finding))) == 1;
        if (!isDerivedOnly)
            return null;
        SourceWriter writer = GeneratedFile.Begin();
        ClassEmitter.EmitDerived(writer, spec.Declaration);
        return writer.ToString();
    }
}
