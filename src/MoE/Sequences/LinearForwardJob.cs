using System;

namespace MoE.Sequences;

/// <summary>A linear layer's way forward, a block of rows to a part.</summary>
internal readonly unsafe struct LinearForwardJob(SequenceLinear layer, float* w, float* x, float* y, int rows) : IParallelJob
{
    // A multiple of what tiles take at once: no part touches another's rows.
    private const int PartRows = 48;

    public static int Parts(int rows) => (rows + PartRows - 1) / PartRows;

    public void Run(int part, int worker)
    {
        nint first = (nint)part * PartRows;
        layer.ForwardRows(
            ref *w, ref *(x + (first * layer.Shape.InputStride)), ref *(y + (first * layer.Shape.OutputStride)), (int)Math.Min(PartRows, rows - first));
    }
}
