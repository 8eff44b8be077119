using System;
using System.IO;
using System.Runtime.InteropServices;

namespace MoE.Benchmarks.Peers;

/// <summary>How far outputs are from the reference outputs, which reference.py computes in double precision.</summary>
/// <param name="Error">The largest difference over the largest reference output.</param>
/// <param name="BadRows">Rows that differ by more than 1e-3 of the largest reference output: a router's tie broken the other way is one.</param>
internal sealed record Agreement(double Error, int BadRows)
{
    private const double Limit = 1e-3;

    /// <param name="path">Raw float32 outputs of the most rows of the case; fewer rows are its first ones.</param>
    /// <param name="outputs">[rows x width].</param>
    /// <param name="width">Outputs of a row.</param>
    public static Agreement With(string path, ReadOnlySpan<float> outputs, int width)
    {
        var expected = new float[outputs.Length];
        using (FileStream file = File.OpenRead(path)) file.ReadExactly(MemoryMarshal.AsBytes(expected.AsSpan()));
        double top = 0, error = 0;
        int bad = 0;
        foreach (float value in expected) top = Math.Max(top, Math.Abs(value));
        for (int row = 0; row < outputs.Length; row += width)
        {
            double worst = 0;
            for (int i = row; i < row + width; i++) worst = Math.Max(worst, Math.Abs((double)outputs[i] - expected[i]));   // Max keeps a NaN
            if (!(worst <= Limit * top)) bad++;
            error = Math.Max(error, worst);
        }
        return new(error / top, bad);
    }
}
