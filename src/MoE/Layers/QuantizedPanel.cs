namespace MoE.Layers;

/// <summary>
/// Where codes lie: panels of 16 outputs, blocks of 32 inputs. Four inputs of an output lie side by side, then those of the next output, so that a line of 64 bytes
/// holds as many inputs of all 16 as there is room for: four of a byte, or eight of half a byte, the first four in the lower halves.
/// </summary>
/// <remarks>
/// Int8: a byte is the code plus 128; behind the blocks of a panel lie the scales, 16 for each block. Int4: behind the codes of a block lie 16 words, a scale in the
/// upper half and the zero point in the lower. Scales are bfloat16.
/// </remarks>
internal static class QuantizedPanel
{
    /// <summary>Outputs.</summary>
    public const int Width = 16;

    /// <summary>Inputs that share a scale.</summary>
    public const int Block = 32;

    /// <summary>What makes a code of 8 bits a byte.</summary>
    public const int Bias = 128;

    /// <summary>Bytes of the codes of a block.</summary>
    public const int Int8CodeBytes = Width * Block;

    /// <inheritdoc cref="Int8CodeBytes"/>
    public const int Int4CodeBytes = Width * Block / 2;

    private const int Line = 16;

    /// <summary>The blocks of an output; the last one may be short.</summary>
    public static int Blocks(int inputs) => (inputs + Block - 1) / Block;

    /// <summary>Bytes from the codes of a block to the next one's.</summary>
    public static int BlockBytes(WeightFormat format) => format == WeightFormat.Int4 ? Int4CodeBytes + (Width * sizeof(uint)) : Int8CodeBytes;

    /// <summary>Floats that a panel takes.</summary>
    public static int Floats(WeightFormat format, int inputs)
    {
        int bytes = checked(Blocks(inputs) * (format == WeightFormat.Int4 ? BlockBytes(format) : Int8CodeBytes + (Width * sizeof(ushort))));
        return ((bytes / sizeof(float)) + Line - 1) / Line * Line;
    }

    /// <summary>In which byte of a block's codes an element of it lies.</summary>
    public static int CodeByte(WeightFormat format, int output, int input)
    {
        int perLine = format == WeightFormat.Int4 ? 8 : 4;
        return (input / perLine * 4 * Width) + (4 * output) + (input % 4);
    }

    /// <summary>Whether it is the upper half of that byte.</summary>
    public static bool IsUpperHalf(int input) => (input & 4) != 0;

    /// <summary>In which byte of a panel the scale of a block of an output begins.</summary>
    public static int ScaleByte(WeightFormat format, int output, int block, int blocks) => format == WeightFormat.Int4
        ? (block * BlockBytes(format)) + Int4CodeBytes + (output * sizeof(uint)) + sizeof(ushort)
        : (blocks * Int8CodeBytes) + (((block * Width) + output) * sizeof(ushort));
}
