using System;

namespace MoE.Persistence.Apr;

/// <summary>The containers that all are named .apr, by what they begin with.</summary>
internal static class AprMagic
{
    /// <summary>Whether a file is one of them, and no bincode: as the number of experts the magic would be above a billion.</summary>
    public static bool IsContainer(ReadOnlySpan<byte> file) => file.StartsWith("APR"u8);

    /// <summary>Refuses all but APRN.</summary>
    /// <exception cref="ModelFormatException">It is another container.</exception>
    public static void Check(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(AprHeader.Magic)) return;
        string what =
            file.Length < AprHeader.Magic.Length ? "is truncated within its first bytes"
            : file.StartsWith("APR1"u8) ? "is an APR1 file: tensors with JSON metadata, by aprender 0.18 to February 2026"
            : file.StartsWith("APR2"u8) ? "is an APR2 file: the tensor container of aprender 0.19 to 0.23, or a compressed APR1 file"
            : file.StartsWith("APR\0"u8) ? "is an APR v2 file: the tensor container for language models, since aprender 0.24"
            : $"begins with 'APR' and byte 0x{file[3]:X2}, which is no container of aprender's";
        throw new ModelFormatException($"The file {what}. A mixture of experts was expected, in an APRN file as MixtureOfExperts::save_apr writes it.");
    }
}
