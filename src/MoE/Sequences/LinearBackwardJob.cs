using System;
using MoE.Layers;

namespace MoE.Sequences;

/// <summary>A linear layer's way back: a part for the bias, one for each panel of the weights' gradient, one for each block of rows of dx.</summary>
internal readonly unsafe struct LinearBackwardJob(SequenceLinear layer, float* gradient, float* x, float* dy, float* dx, float* turned, int rows) : IParallelJob
{
    private const int PartRows = 48;

    private readonly int _panels = WeightGradient.Parts(layer.Shape);

    public int Parts => 1 + _panels + (dx is null ? 0 : (rows + PartRows - 1) / PartRows);

    public void Run(int part, int worker)
    {
        if (part == 0)
            layer.BackwardBias(ref *gradient, ref *dy, rows);
        else if (part <= _panels)
            WeightGradient.RunPart(layer.Shape, ref *x, ref *dy, ref *gradient, rows, part - 1);
        else
            BackwardInputs((nint)(part - 1 - _panels) * PartRows);
    }

    private void BackwardInputs(nint first) => LinearLayer.Rows(
        layer.Back, ref *(dy + (first * layer.Shape.OutputStride)), ref *turned, ref *(dx + (first * layer.Shape.InputStride)), (int)Math.Min(PartRows, rows - first));
}
