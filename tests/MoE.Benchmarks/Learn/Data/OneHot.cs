namespace MoE.Benchmarks.Learn.Data;

/// <summary>A category as numbers.</summary>
internal static class OneHot
{
    /// <summary>All 0 but one; below 0: all 0.</summary>
    public static float[] Of(int index, int count)
    {
        var numbers = new float[count];
        if (index >= 0) numbers[index] = 1;
        return numbers;
    }
}
