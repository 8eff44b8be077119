namespace MoE;

/// <summary>The task loss that training minimises.</summary>
public enum Loss
{
    /// <summary><see cref="CrossEntropy"/> for a classifier, else <see cref="MeanSquared"/>.</summary>
    Auto,

    /// <summary>Mean over all elements of <c>(y - target)^2</c>.</summary>
    MeanSquared,

    /// <summary>Mean over the rows of <c>-log softmax(y)[label]</c>.</summary>
    CrossEntropy,
}
