using System.Threading;
using Microsoft.CodeAnalysis;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>What will be generated for a model, for the few rules that need to know.</summary>
internal static class ModelPlanOf
{
    /// <summary>Null where something is wrong with the model itself: others say that first.</summary>
    public static ModelPlan? Valid(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ModelAnalysis analysis = ModelAnalysis.Of(type, cancellationToken);
        if (analysis.Failure is not null || GeneratorFailure.Of(type) is not null)
            return null;
        ModelSpec model = ModelParser.Parse(type, cancellationToken);
        return ModelChecks.IsValid(model, analysis.Findings) ? ModelPlanner.Plan(model) : null;
    }
}
