namespace MoE.Persistence.Apr;

/// <summary>How the payload of an APRN file is compressed.</summary>
internal enum AprCompression : byte
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Zstandard, level 3.</summary>
    Zstd = 1,

    /// <summary>Zstandard, level 19.</summary>
    ZstdMax = 2,

    /// <summary>The length as u32 and one raw LZ4 block.</summary>
    Lz4 = 3,
}
