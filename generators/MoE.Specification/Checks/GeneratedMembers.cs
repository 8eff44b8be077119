using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>The names that the generated part declares.</summary>
public static class GeneratedMembers
{
    private static readonly string[] Always =
    [
        "InputSize", "OutputSize", "ExpertCount", "TopK", "ParameterCount", "ActiveParameterCount", "FlopsPerRow", "Expert",
        "Create", "Load", "Save", "LoadApr", "SaveApr", "Predict", "Route", "PredictExpert", "Observe", "Parameters", "GetParameter", "SetParameter",
        "_parameters", "_mixture", "_block", "_sequence", "get_Parameters", "set_Parameters",
    ];

    private static readonly string[] OfClassifiers = ["Classify", "PredictProbabilities", "Classes", "get_Classes", "set_Classes", "IndicesOf"];

    private static readonly string[] OfSequences = ["CreateState", "Step", "LoadState"];

    /// <summary>The type of the generated constructor's parameter.</summary>
    public const string ConstructorParameter = "MoE.Persistence.ParameterBuffer";

    /// <summary>The methods that [Training] adds.</summary>
    public static IReadOnlyList<string> OfTraining { get; } = ["Fit", "FitExpert", "FitGate", "FitGateToLosses", "CreateGradients", "ComputeGradients", "Evaluate"];

    /// <summary>All names that the part of this model declares.</summary>
    public static HashSet<string> Of(ModelSpec model)
    {
        HashSet<string> names = [.. Always];
        if (model.Classifier is not null)
            names.UnionWith(OfClassifiers);
        if (model.IsSequence)
            names.UnionWith(OfSequences);
        if (model.Experts.OfType<CustomExpertSpec>().Any())
            names.Add("GetExpert");
        if (model.Experts.OfType<RandomForestExpertSpec>().Any())
            names.Add("GetForest");
        if (model.Mixture.WeightFormat != WeightFormat.Float32)
            names.UnionWith(["Conversion", "get_Conversion", "set_Conversion"]);
        if (model.Training is not null)
            names.UnionWith([.. OfTraining, "IndicesOf"]);

        return names;
    }

    /// <summary>Whether it is a constructor as the generated part has one.</summary>
    public static bool IsConstructor(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 1 } constructor
            && constructor.Parameters[0].Type.ToDisplayString() == ConstructorParameter;
}
