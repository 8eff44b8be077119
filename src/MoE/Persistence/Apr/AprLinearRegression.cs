namespace MoE.Persistence.Apr;

/// <summary>aprender's LinearRegression.</summary>
/// <param name="Coefficients">One for each feature; null before it was fitted.</param>
/// <param name="Intercept">What is added.</param>
/// <param name="FitIntercept">Whether fitting moves the intercept.</param>
internal sealed record AprLinearRegression(float[]? Coefficients, float Intercept, bool FitIntercept) : AprExpert
{
    /// <summary>How it is read.</summary>
    public static AprExpertKind Kind { get; } = new("LinearRegression", Read);

    /// <inheritdoc/>
    public override AprExpertKind WrittenAs => Kind;

    /// <inheritdoc/>
    public override void Write(ref BincodeWriter writer)
    {
        writer.OptionalSingles(Coefficients);
        writer.Single(Intercept);
        writer.Bool(FitIntercept);
    }

    private static AprLinearRegression Read(ref BincodeReader reader, AprForestLayout layout) =>
        new(reader.OptionalSingles("coefficients"), reader.Single("intercept"), reader.Bool("fit_intercept"));
}
