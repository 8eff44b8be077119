using System;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Persistence;

/// <summary>What the header of a safetensors file says: tensors in the order of their data, without gaps or overlaps.</summary>
/// <param name="Tensors">The tensors, in the order of their data.</param>
/// <param name="Checksum">The CRC-32 of the data, where the file has one.</param>
/// <param name="ClassNames">The names of the classes, where the file has them.</param>
/// <param name="Declaration">The declaration of the model that was saved, where the file has it.</param>
/// <param name="Fit">Where a Fit stood, in a checkpoint.</param>
internal sealed record FileHeader(ImmutableArray<FileTensor> Tensors, uint? Checksum, string? ClassNames, string? Declaration, string? Fit = null)
{
    public const string ChecksumKey = "moe.crc32";
    public const string ClassNamesKey = "moe.classes";
    public const string DeclarationKey = "moe.model";
    public const string FitKey = "moe.fit";
    public const int ChecksumDigits = 8;

    /// <summary>The bytes of data that belong to the file.</summary>
    public long DataLength => Tensors.IsEmpty ? 0 : Tensors[^1].End;

    /// <summary>Reads the eight digits of a checksum.</summary>
    public static bool TryParseChecksum(ReadOnlySpan<byte> digits, out uint checksum)
    {
        checksum = 0;
        return digits.Length == ChecksumDigits && uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out checksum);
    }
}
