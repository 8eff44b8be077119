namespace MoE.Specification;

/// <summary>One expert attribute: <see cref="Count"/> experts of one shape.</summary>
public abstract record ExpertSpec(int Count, string? Name);

/// <summary>A multi-layer perceptron.</summary>
public sealed record FeedForwardExpertSpec(
    int Count, string? Name, EquatableArray<int> Hidden, Activation Activation, bool Bias, bool EndNorm, NumberSpec Dropout)
    : ExpertSpec(Count, Name);

/// <summary>A gated linear unit.</summary>
public sealed record GatedExpertSpec(int Count, string? Name, int Hidden, Activation Activation, bool Bias)
    : ExpertSpec(Count, Name);
