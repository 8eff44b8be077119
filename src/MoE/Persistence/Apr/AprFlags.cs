using System;

namespace MoE.Persistence.Apr;

/// <summary>The flags of an APRN file. Bit 7 has no meaning, and aprender's reader ignores it.</summary>
[Flags]
internal enum AprFlags : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The payload is encrypted.</summary>
    Encrypted = 0x01,

    /// <summary>A signature follows the payload.</summary>
    Signed = 0x02,

    /// <summary>In chunks; never set by aprender's writers.</summary>
    Streaming = 0x04,

    /// <summary>The metadata has a license.</summary>
    Licensed = 0x08,

    /// <summary>Tensors of trueno; never set by aprender's writers.</summary>
    TruenoNative = 0x10,

    /// <summary>Quantized; never set by aprender's writers.</summary>
    Quantized = 0x20,

    /// <summary>The metadata has a model card; never set by aprender's writers.</summary>
    HasModelCard = 0x40,
}
