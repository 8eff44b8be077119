using System;
using System.ComponentModel;

namespace MoE.Training;

/// <summary>The error of a label that is no member of the classifier's enum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class UnknownLabel
{
    /// <summary>Names the row, the label and what it might have been.</summary>
    public static ArgumentException At<TEnum>(ReadOnlySpan<TEnum> labels, int row)
        where TEnum : struct, Enum =>
        new($"labels[{row}] must be a member of {typeof(TEnum).Name} ({string.Join(", ", Enum.GetNames<TEnum>())}), but is {labels[row]:D}.", nameof(labels));
}
