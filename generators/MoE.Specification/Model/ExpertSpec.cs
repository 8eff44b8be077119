namespace MoE.Specification;

/// <summary>One expert attribute: <see cref="Count"/> experts of one shape.</summary>
public abstract record ExpertSpec(int Count, string? Name)
{
    /// <summary>The full metadata name of the attribute that declares it.</summary>
    public abstract string Attribute { get; }
}

/// <summary>A multi-layer perceptron.</summary>
public sealed record FeedForwardExpertSpec(
    int Count, string? Name, EquatableArray<int> Hidden, Activation Activation, bool Bias, bool EndNorm, NumberSpec Dropout)
    : ExpertSpec(Count, Name)
{
    public override string Attribute => AttributeNames.FeedForwardExpert;
}

/// <summary>A gated linear unit.</summary>
public sealed record GatedExpertSpec(int Count, string? Name, int Hidden, Activation Activation, bool Bias)
    : ExpertSpec(Count, Name)
{
    public override string Attribute => AttributeNames.GatedExpert;
}
