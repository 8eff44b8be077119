using System.Runtime.Intrinsics.X86;

namespace MoE;

/// <summary>Which of the three kernels' legs this process runs.</summary>
public static class InstructionSet
{
    /// <summary><c>AVX-512</c>, <c>AVX2</c> or <c>portable (Vector128)</c>: what the machine has and the build lets it use.</summary>
    public static string Current =>
        Avx512F.IsSupported ? "AVX-512"
        : Avx2.IsSupported && Fma.IsSupported ? "AVX2"
        : "portable (Vector128)";
}
