using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>Linear experts of one value: LinearRegression is written, Ridge is read, too.</summary>
internal sealed class AprLinearForm : IAprForm
{
    public IReadOnlyList<AprExpertKind> Kinds => [AprLinearRegression.Kind, AprRidge.Kind];

    public bool Fits(ModelLayout layout, AprSettings settings) => settings.Outputs == 1 && layout.ClassNames.IsEmpty && AreLinear(layout, settings);

    public AprExpert Write(AprSource source, int expert)
    {
        float[]? bias = source.Find(Name(expert, "bias"));
        return new AprLinearRegression(source.Find(Name(expert, "weight")), bias?[0] ?? 0, FitIntercept: bias is not null);
    }

    public void Read(AprExpert read, AprTarget target, int expert)
    {
        (float[]? coefficients, float intercept) = read is AprRidge ridge
            ? (ridge.Coefficients, ridge.Intercept)
            : (((AprLinearRegression)read).Coefficients, ((AprLinearRegression)read).Intercept);
        Set(target, expert, coefficients ?? new float[target.Settings.Inputs], [intercept]);
    }

    /// <summary>Whether every expert is one linear layer and nothing else.</summary>
    public static bool AreLinear(ModelLayout layout, AprSettings settings) =>
        layout.StatePrefixes.IsEmpty
        && Enumerable.Range(0, settings.Experts).All(expert => layout.TryGet(Name(expert, "weight"), out _))
        && layout.Tensors.All(tensor => IsOfLayer(tensor.Name) || !tensor.Name.StartsWith("experts.", StringComparison.Ordinal));

    /// <summary>Sets an expert's layer; an expert without a bias takes none that is not zero.</summary>
    public static void Set(AprTarget target, int expert, float[] weight, float[] bias)
    {
        target.Set(Name(expert, "weight"), weight);
        if (target.Parameters.Layout.TryGet(Name(expert, "bias"), out _))
            target.Set(Name(expert, "bias"), bias);
        else if (bias.Any(value => value != 0))
            throw new ModelFormatException(FormattableString.Invariant($"Expert {expert} has the intercept {bias[^1]}, but the model's linear experts have no bias: declare them with one."));
    }

    public static string Name(int expert, string member) => FormattableString.Invariant($"experts.{expert}.0.{member}");

    private static bool IsOfLayer(string name) => name.Split('.') is ["experts", _, "0", "weight" or "bias"];
}
