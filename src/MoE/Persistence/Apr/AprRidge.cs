namespace MoE.Persistence.Apr;

/// <summary>aprender's Ridge: a linear regression with an L2 penalty.</summary>
/// <param name="Alpha">The penalty's weight.</param>
/// <param name="Coefficients">One for each feature; null before it was fitted.</param>
/// <param name="Intercept">What is added.</param>
/// <param name="FitIntercept">Whether fitting moves the intercept.</param>
internal sealed record AprRidge(float Alpha, float[]? Coefficients, float Intercept, bool FitIntercept) : AprExpert
{
    /// <summary>How it is read.</summary>
    public static AprExpertKind Kind { get; } = new("Ridge", Read);

    /// <inheritdoc/>
    public override AprExpertKind WrittenAs => Kind;

    /// <inheritdoc/>
    public override void Write(ref BincodeWriter writer)
    {
        writer.Single(Alpha);
        writer.OptionalSingles(Coefficients);
        writer.Single(Intercept);
        writer.Bool(FitIntercept);
    }

    private static AprRidge Read(ref BincodeReader reader, AprForestLayout layout) =>
        new(reader.Single("alpha"), reader.OptionalSingles("coefficients"), reader.Single("intercept"), reader.Bool("fit_intercept"));
}
