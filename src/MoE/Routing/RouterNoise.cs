using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts.Sparse;
using MoE.Layers;
using MoE.Numerics;
using MoE.Training;
using MoE.Training.Balance;

namespace MoE.Routing;

/// <summary>
/// Noise on a router's logits while training, so that near choices are tried both ways: <c>z = clean + normal * scale(x)</c>, the
/// scale a layer of its own (Shazeer et al., 2017, equation 4).
/// </summary>
/// <param name="kind">What makes a scale of the layer's outputs.</param>
/// <param name="layer">From a row to a number for each expert.</param>
/// <param name="offset">Where the layer lies among the mixture's parameters.</param>
/// <param name="back">The layer turned around, of a mixture whose way back goes on to its inputs.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RouterNoise(GateNoise kind, LinearShape layer, int offset, LinearShape? back = null)
{
    // Keeps the scale of an expert from vanishing.
    private const float Least = 0.01f;

    /// <summary>Makes clean logits noisy, and keeps what the way back needs.</summary>
    internal void Add(in TrainedRows rows)
    {
        int stride = rows.Shape.LogitStride, floats = rows.Count * stride;
        Span<float> logits = MemoryMarshal.CreateSpan(ref rows.Logits, floats);
        logits.CopyTo(MemoryMarshal.CreateSpan(ref rows.CleanLogits, floats));
        ref float parameters = ref Unsafe.Add(ref rows.Mixture.Parameters, offset);
        if (rows.Shape.Form == RowForm.Sparse)
            SparseLinear.Rows(layer, ref rows.Inputs, ref parameters, ref rows.NoiseGradients, rows.Count);
        else
            LinearLayer.Rows(layer, ref rows.Inputs, ref parameters, ref rows.NoiseGradients, rows.Count);
        Span<float> scale = MemoryMarshal.CreateSpan(ref rows.NoiseScale, floats);
        MemoryMarshal.CreateSpan(ref rows.NoiseGradients, floats).CopyTo(scale);
        if (kind == GateNoise.Softmax)
            Softmax.Forward(ref rows.NoiseScale, ref rows.NoiseScale, rows.Count, layer.Outputs, stride);
        else
        {
            foreach (ref float value in scale)
                value = Softplus(value) + Least;
        }
        for (int row = 0; !rows.Noise.IsEmpty && row < rows.Count; row++)
        {
            for (int expert = 0; expert < layer.Outputs; expert++)
                logits[(row * stride) + expert] += rows.Noise[(row * layer.Outputs) + expert] * scale[(row * stride) + expert];
        }
    }

    /// <summary>One row's gradient by what the layer said.</summary>
    internal void BackwardRow(in TrainedRows rows, int row, NoiseGradients gradients)
    {
        int stride = rows.Shape.LogitStride;
        ref float scale = ref Unsafe.Add(ref rows.NoiseScale, (nint)row * stride);
        Span<float> said = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows.NoiseGradients, (nint)row * stride), stride);
        double mean = 0;
        for (int expert = 0; expert < layer.Outputs; expert++)
        {
            if (!rows.Noise.IsEmpty)
                gradients.Scale[expert] += gradients.Noisy[expert] * rows.Noise[(row * layer.Outputs) + expert];
            mean += gradients.Scale[expert] * Unsafe.Add(ref scale, expert);
        }
        for (int expert = 0; expert < layer.Outputs; expert++)
        {
            said[expert] = (float)(kind == GateNoise.Softmax
                ? Unsafe.Add(ref scale, expert) * (gradients.Scale[expert] - mean)
                : gradients.Scale[expert] / (1 + (double)ScalarMath.Exp(-said[expert])));
        }
        said[layer.Outputs..].Clear();
    }

    /// <summary>The gradients of the layer's parameters.</summary>
    internal void Backward(in TrainedRows rows)
    {
        ref float gradients = ref Unsafe.Add(ref rows.Gradients, offset);
        if (rows.Shape.Form == RowForm.Sparse)
            SparseLinear.Backward(layer, ref rows.Inputs, ref rows.NoiseGradients, ref rows.NoiseGradients, ref gradients, rows.Count);
        else
            LinearLayer.Backward(layer, ref rows.Inputs, ref rows.NoiseGradients, ref rows.NoiseGradients, ref gradients, rows.Count);
    }

    /// <summary>The gradient of what the layer read, overwritten: rows x InputStride.</summary>
    internal void BackwardInputs(in TrainedRows rows, ref float inputGradients, ref float scratch) => LinearLayer.BackwardInputs(
        layer, back!, ref Unsafe.Add(ref rows.Mixture.Parameters, offset), ref scratch, ref rows.NoiseGradients, ref inputGradients, rows.Count);

    // ln(1 + e^x), without overflow.
    private static float Softplus(float x) => Math.Max(x, 0) + ScalarMath.Log(1 + ScalarMath.Exp(-Math.Abs(x)));
}
