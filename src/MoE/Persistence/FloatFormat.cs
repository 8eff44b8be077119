namespace MoE.Persistence;

/// <summary>How safetensors files write a real number, little-endian; <see cref="Unknown"/> is any other dtype.</summary>
internal enum FloatFormat
{
    Unknown,
    F32,
    F16,
    BF16,
}
