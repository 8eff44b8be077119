namespace MoE.Generators.Planning;

/// <summary>Everything lies on cache lines: 16 floats, an AVX-512 vector.</summary>
internal static class Padding
{
    public const int Line = 16;

    public static int RoundUp(int value, int multiple) => checked((value + multiple - 1) / multiple * multiple);

    public static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;

    /// <summary>
    /// Floats from one row to the next: room for whole panels. Rows a whole number of KiB apart would fall into the
    /// same few sets of the cache: such rows get a line more.
    /// </summary>
    public static int Stride(int width)
    {
        int stride = RoundUp(width, width <= Line ? Line : 2 * Line);
        return stride % 256 == 0 ? stride + Line : stride;
    }
}
