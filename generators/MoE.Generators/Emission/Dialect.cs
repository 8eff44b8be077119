using MoE.Generators.Planning;

namespace MoE.Generators.Emission;

/// <summary>How one instruction set spells its vectors.</summary>
/// <param name="Name">The end of its methods' names.</param>
/// <param name="Title">For comments.</param>
/// <param name="Vector">The static class, such as Vector512; the type is that of float.</param>
/// <param name="Lanes">Floats of a vector.</param>
internal sealed record Dialect(string Name, string Title, string Vector, int Lanes)
{
    public static Dialect Avx512 { get; } = new("Avx512", "AVX-512", "Vector512", 16);

    public static Dialect Avx2 { get; } = new("Avx2", "AVX2 and FMA", "Vector256", 8);

    /// <summary>Those that gain from code of their own; elsewhere the library's kernels run.</summary>
    public static Dialect[] All { get; } = [Avx512, Avx2];

    public string Load(string reference, string offset) =>
        offset == "0" ? Vector + ".LoadUnsafe(ref " + reference + ")" : Vector + ".LoadUnsafe(ref " + reference + ", " + offset + ")";

    /// <summary>Weights as floats.</summary>
    public string LoadWeights(StorageFormat storage, string reference, string offset) =>
        storage == StorageFormat.Float32 ? Load(reference, offset) : $"WideBFloat16.Load{8 * sizeof(float) * Lanes}(ref {reference}, {offset})";

    public string Broadcast(string value) => Vector + ".Create(" + value + ")";

    public string Fma(string a, string b, string c) => Vector + ".FusedMultiplyAdd(" + a + ", " + b + ", " + c + ")";

    public string Zero => Vector + "<float>.Zero";

    /// <summary>max(value, 0); NaN stays NaN.</summary>
    public string ReLU(string value) => Vector + ".MaxNative(" + Zero + ", " + value + ")";
}
