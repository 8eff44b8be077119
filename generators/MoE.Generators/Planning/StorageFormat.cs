using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>How the numbers of a tensor are stored, in memory and in files.</summary>
/// <param name="Format">What the user asked for.</param>
/// <param name="Name">What safetensors calls its numbers.</param>
/// <param name="Bits">Of one number.</param>
internal sealed record StorageFormat(WeightFormat Format, string Name, int Bits)
{
    /// <summary>Inputs of an output that share a scale.</summary>
    public const int Block = 32;

    // A cache line holds the codes of 16 outputs and as many inputs as there is room for.
    private const int PanelWidth = 16;
    private const int FloatBytes = 4;

    public static StorageFormat Float32 { get; } = new(WeightFormat.Float32, "F32", 32);

    public static StorageFormat BFloat16 { get; } = new(WeightFormat.BFloat16, "BF16", 16);

    public static StorageFormat Int8 { get; } = new(WeightFormat.Int8, "I8", 8);

    /// <summary>Two to a byte.</summary>
    public static StorageFormat Int4 { get; } = new(WeightFormat.Int4, "U8", 4);

    /// <summary>Whether numbers are codes of a block with a scale.</summary>
    public bool IsQuantized => Bits < 16;

    /// <summary>How many numbers lie in the room of a float.</summary>
    public int PerFloat => 32 / Bits;

    public static StorageFormat Of(WeightFormat format) => format switch
    {
        WeightFormat.BFloat16 => BFloat16,
        WeightFormat.Int8 => Int8,
        WeightFormat.Int4 => Int4,
        _ => Float32,
    };

    /// <summary>What a panel of 16 outputs takes, in floats: the codes and, for each block, 16 scales of 16 bits, with zero points 32.</summary>
    public int QuantizedPanelFloats(int inputs)
    {
        int blocks = Padding.DivideUp(inputs, Block);
        int blockBytes = (PanelWidth * Block * Bits / 8) + (PanelWidth * (this == Int4 ? 4 : 2));
        return Padding.RoundUp(checked(blocks * blockBytes / FloatBytes), Padding.Line);
    }

    /// <summary>The tensors that files hold for one of the model's.</summary>
    public IEnumerable<StoredTensor> Stored(string name, int[] shape)
    {
        if (!IsQuantized)
        {
            yield return new StoredTensor(name, Name, shape, Bits / 8);
            yield break;
        }
        int blocks = Padding.DivideUp(shape[1], Block);
        yield return new StoredTensor(name, Name, [shape[0], this == Int4 ? Padding.DivideUp(shape[1], 2) : shape[1]], 1);
        yield return new StoredTensor(name + "_scale", BFloat16.Name, [shape[0], blocks], BFloat16.Bits / 8);
        if (this == Int4)
            yield return new StoredTensor(name + "_zero_point", "U8", [shape[0], blocks], 1);
    }
}
