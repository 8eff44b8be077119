namespace MoE.Generators.Emission;

/// <summary>How one instruction set spells its vectors.</summary>
/// <param name="ClassName">The nested class that holds its kernels.</param>
/// <param name="Title">For comments.</param>
/// <param name="Vector">The static class, such as Vector512; the type is that of float.</param>
/// <param name="MultiplyAdd">The method that multiplies and adds with one rounding where the hardware can.</param>
/// <param name="Lanes">Floats of a vector.</param>
/// <param name="TileRows">How many rows a tile may have, most first; the last one divides the others.</param>
internal sealed record Dialect(string ClassName, string Title, string Vector, string MultiplyAdd, int Lanes, int[] TileRows)
{
    // 24 of 32 registers hold sums of a tile of 12 rows by two vectors; with 16 registers, 8 do.
    public static Dialect Avx512 { get; } = new("Avx512Kernels", "AVX-512", "Vector512", "Vector512.FusedMultiplyAdd", 16, [12, 8, 4]);

    public static Dialect Avx2 { get; } = new("Avx2Kernels", "AVX2 and FMA", "Vector256", "Vector256.FusedMultiplyAdd", 8, [4]);

    public static Dialect Portable { get; } = new("PortableKernels", "any processor with 128-bit vectors, or none", "Vector128", "Vector128.MultiplyAddEstimate", 4, [4]);

    public static Dialect[] All { get; } = [Avx512, Avx2, Portable];

    public string Load(string reference, string offset) =>
        offset == "0" ? Vector + ".LoadUnsafe(ref " + reference + ")" : Vector + ".LoadUnsafe(ref " + reference + ", " + offset + ")";

    public string Broadcast(string value) => Vector + ".Create(" + value + ")";

    public string Fma(string a, string b, string c) => MultiplyAdd + "(" + a + ", " + b + ", " + c + ")";

    public string Zero => Vector + "<float>.Zero";

    /// <summary>max(value, 0); NaN stays NaN.</summary>
    public string ReLU(string value) => Vector + ".MaxNative(" + Zero + ", " + value + ")";
}
