using System.Globalization;

namespace MoE.Persistence.Apr;

/// <summary>A node of a tree: a question, or what a leaf answers.</summary>
/// <param name="Feature">Which input is compared; -1 for a leaf.</param>
/// <param name="Threshold">Inputs up to it go left; 0 for a leaf.</param>
/// <param name="Left">The node for inputs up to the threshold; 0 for a leaf.</param>
/// <param name="Right">The node for inputs above it, or that are not numbers; 0 for a leaf.</param>
/// <param name="Value">What a leaf predicts: a value, or the number of a class; 0 for a question.</param>
/// <param name="Samples">Rows of the training that came here; 0 where the file does not say.</param>
/// <param name="Impurity">Gini impurity or mean squared error of those rows; 0 where the file does not say, as aprender would have it.</param>
internal readonly record struct AprNode(int Feature, float Threshold, int Left, int Right, float Value, int Samples, float Impurity)
{
    /// <summary>Classes are numbers that a float32 holds exactly: aprender's experts answer in it.</summary>
    public const int MaxClass = 1 << 24;

    /// <summary>Whether it answers.</summary>
    public bool IsLeaf => Feature < 0;

    /// <summary>A question.</summary>
    public static AprNode Split(int feature, float threshold, int left, int right, int samples = 0, float impurity = 0) =>
        new(feature, threshold, left, right, 0, samples, impurity);

    /// <summary>An answer.</summary>
    public static AprNode Leaf(float value, int samples = 0, float impurity = 0) => new(-1, 0, 0, 0, value, samples, impurity);

    /// <summary>What is wrong with the node's numbers; null if nothing is.</summary>
    /// <param name="classifies">Whether leaves answer classes.</param>
    /// <remarks>
    /// These rules also tell layouts apart. Impurities that are not normal numbers do not occur: a Gini impurity is at least 1/samples,
    /// while small integers that are read as float32 are denormal.
    /// </remarks>
    public string? Fault(bool classifies) =>
        !(Impurity == 0 || (float.IsNormal(Impurity) && Impurity > 0 && (!classifies || Impurity < 1)))
            ? $"an impurity must be 0 or a normal number {(classifies ? "below 1" : "above 0")}; {Text(Impurity)} came"
        : Samples < 0 ? $"a number of samples must not be negative; {Samples} came"
        : !IsLeaf ? float.IsFinite(Threshold) ? null : $"a threshold must be finite; {Text(Threshold)} came"
        : !float.IsFinite(Value) ? $"a leaf's value must be finite; {Text(Value)} came"
        : classifies && !(Value >= 0 && Value <= MaxClass && Value == (int)Value) ? $"a class must be a whole number from 0 to {MaxClass}; {Text(Value)} came"
        : null;

    private static string Text(float value) => value.ToString(CultureInfo.InvariantCulture);
}
