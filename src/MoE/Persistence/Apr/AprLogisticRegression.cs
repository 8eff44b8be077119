namespace MoE.Persistence.Apr;

/// <summary>aprender's LogisticRegression: two classes.</summary>
/// <param name="Coefficients">One for each feature; null before it was fitted.</param>
/// <param name="Intercept">What is added.</param>
/// <param name="LearningRate">The rate of its gradient descent.</param>
/// <param name="MaxIterations">The most steps.</param>
/// <param name="Tolerance">Where it stops.</param>
internal sealed record AprLogisticRegression(float[]? Coefficients, float Intercept, float LearningRate, ulong MaxIterations, float Tolerance) : AprExpert
{
    /// <summary>How it is read.</summary>
    public static AprExpertKind Kind { get; } = new("LogisticRegression", Read);

    /// <inheritdoc/>
    public override AprExpertKind WrittenAs => Kind;

    /// <inheritdoc/>
    public override void Write(ref BincodeWriter writer)
    {
        writer.OptionalSingles(Coefficients);
        writer.Single(Intercept);
        writer.Single(LearningRate);
        writer.UInt64(MaxIterations);
        writer.Single(Tolerance);
    }

    private static AprLogisticRegression Read(ref BincodeReader reader, AprForestLayout layout) => new(
        reader.OptionalSingles("coefficients"),
        reader.Single("intercept"),
        reader.Single("learning_rate"),
        reader.UInt64("max_iter"),
        reader.Single("tol"));
}
