using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using MoE.Layers;

namespace MoE.Persistence;

/// <summary>A tensor as files hold it: of a matrix of codes there are two or three.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dtype">How its elements are written.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Bytes">Of all elements.</param>
internal readonly record struct StoredTensor(string Name, string Dtype, ImmutableArray<int> Shape, long Bytes)
{
    public const string ScaleSuffix = "_scale";
    public const string ZeroPointSuffix = "_zero_point";

    /// <summary>The header's entry, behind another.</summary>
    public void AppendTo(StringBuilder header, long begin) =>
        header.Append(CultureInfo.InvariantCulture, $",\"{Name}\":{{\"dtype\":\"{Dtype}\",\"shape\":[{string.Join(",", Shape)}],\"data_offsets\":[{begin},{begin + Bytes}]}}");

    public static IEnumerable<StoredTensor> Of(TensorLayout tensor)
    {
        if (!tensor.IsQuantized)
        {
            bool isWide = tensor.Format == WeightFormat.Float32;
            yield return Tensor("", isWide ? "F32" : "BF16", tensor.Shape, isWide ? sizeof(float) : sizeof(ushort));
            yield break;
        }
        bool isInt4 = tensor.Format == WeightFormat.Int4;
        ImmutableArray<int> blocks = [tensor.Outputs, QuantizedPanel.Blocks(tensor.Inputs)];
        yield return Tensor("", isInt4 ? "U8" : "I8", [tensor.Outputs, isInt4 ? (tensor.Inputs + 1) / 2 : tensor.Inputs], 1);
        yield return Tensor(ScaleSuffix, "BF16", blocks, sizeof(ushort));
        if (isInt4)
            yield return Tensor(ZeroPointSuffix, "U8", blocks, 1);

        StoredTensor Tensor(string suffix, string dtype, ImmutableArray<int> shape, int size) =>
            new(tensor.Name + suffix, dtype, shape, shape.Aggregate((long)size, (product, length) => product * length));
    }
}
