namespace MoE.Experts;

/// <summary>Kernels work on groups of four rows and may touch up to three rows behind the last one.</summary>
internal static class KernelRows
{
    /// <summary>The rows that kernels may touch.</summary>
    public static int Touched(int rows) => checked(rows + 3) & ~3;
}
