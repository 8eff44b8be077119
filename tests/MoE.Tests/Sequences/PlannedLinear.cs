using System;
using MoE.Layers;

namespace MoE.Tests.Sequences;

/// <summary>The shapes that the generator's LinearPlan gives to layers.</summary>
internal static class PlannedLinear
{
    public static int Stride(int width)
    {
        int stride = RoundUp(width, width <= 16 ? 16 : 32);
        return stride % 256 == 0 ? stride + 16 : stride;
    }

    public static LinearShape Shape(int inputs, int outputs, bool hasBias) => Shape(inputs, outputs, hasBias, Stride(inputs), Stride(outputs));

    public static LinearShape Shape(int inputs, int outputs, bool hasBias, int inputStride, int outputStride)
    {
        bool isShort = inputs < 48 && inputs % 16 != 0;
        if (outputs <= 8 && !isShort)
        {
            int accumulators = Math.Min(RoundUp(inputs, 16) / 16, outputs <= 1 ? 8 : outputs <= 2 ? 4 : outputs <= 4 ? 2 : 1);
            return new LinearShape(inputs, outputs, inputStride, outputStride, 0, accumulators, 0, hasBias, false);
        }
        int width = outputs <= 16 ? 16 : 32, panels = DivideUp(outputs, width);
        int parallel = Math.Max(1, 8 / (width == 16 ? 1 : 2 * Math.Min(panels, 4)));
        int chains = parallel * DivideUp(inputs, parallel * 256);
        int length = RoundUp(DivideUp(inputs, chains), 4);
        return new LinearShape(inputs, outputs, inputStride, outputStride, width, DivideUp(inputs, length), length, hasBias, false);
    }

    /// <summary>The layer with turned weights.</summary>
    public static LinearShape Back(LinearShape shape) => Shape(shape.Outputs, shape.Inputs, false, shape.OutputStride, shape.InputStride);

    private static int RoundUp(int value, int multiple) => DivideUp(value, multiple) * multiple;

    private static int DivideUp(int value, int divisor) => (value + divisor - 1) / divisor;
}
