using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE;

/// <summary>How far the weights of a file were rounded when it was loaded into a model of another <see cref="WeightFormat"/>.</summary>
/// <param name="Tensors">Those whose weights changed, in the order of the file.</param>
public sealed record ConversionReport(IReadOnlyList<TensorConversion> Tensors)
{
    /// <summary>Nothing was rounded.</summary>
    internal static ConversionReport Nothing { get; } = new([]);

    /// <summary>The largest difference of all tensors; 0 where nothing was rounded.</summary>
    public double LargestError => Tensors.Select(tensor => tensor.LargestError).DefaultIfEmpty(0).Max();

    /// <summary>The largest <see cref="TensorConversion.RelativeError"/>; 0 where nothing was rounded.</summary>
    public double LargestRelativeError => Tensors.Select(tensor => tensor.RelativeError).DefaultIfEmpty(0).Max();

    /// <summary>A line for each tensor.</summary>
    public override string ToString() => Tensors.Count == 0 ? "No weight was rounded." : string.Join(Environment.NewLine, Tensors);
}
