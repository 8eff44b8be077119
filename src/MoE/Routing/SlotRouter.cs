using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Layers;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Training;

namespace MoE.Routing;

/// <summary>
/// Soft MoE (Puigcerver et al., 2023): the logit of a row and a slot is a learned scale times the cosine of the angle between the row
/// and the slot's centre. Nobody chooses: slots are mixtures of rows, outputs are mixtures of slots.
/// </summary>
/// <param name="experts">Experts; each has its slots side by side.</param>
/// <param name="slotsPerExpert">Slots of an expert.</param>
/// <param name="similarity">From rows of length 1 to logits; its weights are made of the centres.</param>
/// <param name="mixing">From a row's shares of the slots to its output; its weights are the slots' outputs.</param>
/// <param name="mixingBack">That layer turned around; null where there is no training.</param>
/// <remarks>The mixture's parameters begin with the centres, a row of inputs for each slot padded to 16 floats, and the scale.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SlotRouter(int experts, int slotsPerExpert, LinearShape similarity, LinearShape mixing, LinearShape? mixingBack = null) : Router
{
    private readonly int _experts = experts;

    /// <summary>Slots of an expert.</summary>
    internal int SlotsPerExpert => slotsPerExpert;

    /// <summary>Slots of all experts.</summary>
    internal int Slots { get; } = experts * slotsPerExpert;

    /// <summary>See the constructor.</summary>
    internal LinearShape Similarity => similarity;

    /// <summary>See the constructor.</summary>
    internal LinearShape Mixing => mixing;

    /// <summary>See the constructor.</summary>
    internal LinearShape MixingBack => mixingBack!;

    /// <summary>Sums of rows of inputs, one for each slot: its weights' gradients are them.</summary>
    internal LinearShape InputSums { get; } = Sums(similarity.Inputs, similarity.InputStride, similarity);

    /// <summary>The same of rows of outputs.</summary>
    internal LinearShape OutputSums { get; } = Sums(mixing.Outputs, mixing.OutputStride, similarity);

    /// <inheritdoc/>
    /// <remarks>Every expert, in their order, with its share of the row's output: the sum of its slots' shares.</remarks>
    public override void Route(in RoutedRows rows)
    {
        int stride = similarity.OutputStride;
        Logits(ref rows.Mixture.Parameters, ref rows.Inputs, rows.Count, ref rows.Scores);
        Softmax.Forward(ref rows.Scores, ref rows.Scores, rows.Count, Slots, stride);
        for (int assignment = 0; assignment < rows.Count * _experts; assignment++)
        {
            (int row, int expert) = Math.DivRem(assignment, _experts);
            float share = 0;
            for (int slot = 0; slot < slotsPerExpert; slot++)
                share += Unsafe.Add(ref rows.Scores, ((nint)row * stride) + (expert * slotsPerExpert) + slot);
            Unsafe.Add(ref rows.Experts, assignment) = expert;
            Unsafe.Add(ref rows.Weights, assignment) = share;
        }
    }

    /// <summary>Rows x InputStride, padded with zeros -> rows x LogitStride; up to three rows more are touched.</summary>
    internal void Logits(ref float parameters, ref float inputs, int rows, ref float logits)
    {
        ScratchAreas areas = default;
        int units = areas.Take(KernelRows.Touched(rows), similarity.InputStride);
        int centres = areas.Take(Slots, similarity.PaddedInputs);
        int layer = areas.Take(similarity.Floats);
        using Scratch scratch = Scratch.Rent(areas.Floats);
        UnitRows.Run(ref inputs, ref Unsafe.Add(ref scratch.Origin, units), rows, similarity.Inputs, similarity.InputStride);
        for (int slot = 0; slot < Slots; slot++)
        {
            ref float centre = ref Centre(ref parameters, slot);
            float factor = Scale(ref parameters) * UnitRows.Factor(ref centre, similarity.Inputs);
            Combine.Row(ref centre, 0, ref factor, 1, ref Unsafe.Add(ref scratch.Origin, centres + ((nint)slot * similarity.PaddedInputs)), similarity.PaddedInputs);
        }
        Turn(ref Unsafe.Add(ref scratch.Origin, centres), similarity.PaddedInputs, similarity, ref Unsafe.Add(ref scratch.Origin, layer));
        LinearLayer.Rows(similarity, ref Unsafe.Add(ref scratch.Origin, units), ref Unsafe.Add(ref scratch.Origin, layer), ref logits, rows);
    }

    /// <summary>The gradients of centres and scale, overwritten, from those of the logits.</summary>
    internal void LogitsBackward(ref float parameters, ref float inputs, ref float logitGradients, int rows, ref float gradients)
    {
        ScratchAreas areas = default;
        int units = areas.Take(rows, similarity.InputStride);
        int sums = areas.Take(InputSums.Floats);
        int byUnit = sums + InputSums.PaddedOutputs;
        int unitCentres = areas.Take(Slots, similarity.PaddedInputs);
        using Scratch scratch = Scratch.Rent(areas.Floats);
        UnitRows.Run(ref inputs, ref Unsafe.Add(ref scratch.Origin, units), rows, similarity.Inputs, similarity.InputStride);
        UnitRows.Run(ref parameters, ref Unsafe.Add(ref scratch.Origin, unitCentres), Slots, similarity.Inputs, similarity.PaddedInputs);
        WeightGradient.Run(InputSums, ref Unsafe.Add(ref scratch.Origin, units), ref logitGradients, ref Unsafe.Add(ref scratch.Origin, sums), rows);
        float scale = Scale(ref parameters);
        double scaleGradient = 0;
        Span<float> weights = stackalloc float[2];
        for (int slot = 0; slot < Slots; slot++)
        {
            nint row = (nint)slot * similarity.PaddedInputs;
            ref float gradient = ref Unsafe.Add(ref scratch.Origin, byUnit + row);
            // The logits see scale * u, u = centre / length: by the centre it is scale * (g - u <u, g>) / length.
            float along = Reduction.Dot(ref gradient, ref Unsafe.Add(ref scratch.Origin, unitCentres + row), similarity.Inputs);
            scaleGradient += along;
            weights[0] = scale * UnitRows.Factor(ref Centre(ref parameters, slot), similarity.Inputs);
            weights[1] = -weights[0] * along;
            Combine.Row(ref gradient, unitCentres - byUnit, ref MemoryMarshal.GetReference(weights), 2, ref Unsafe.Add(ref gradients, row), similarity.PaddedInputs);
        }
        Scale(ref gradients) = (float)scaleGradient;
    }

    /// <summary>Makes rows, one for each slot, the weights of a layer to the slots.</summary>
    internal static void Turn(ref float rows, int stride, LinearShape layer, ref float weights) =>
        WeightTransposition.Run(ref rows, new TensorPlacement(0, stride, stride, stride), ref weights, layer.Weight, layer.Floats, layer.Inputs, layer.Outputs);

    private ref float Centre(ref float parameters, int slot) => ref Unsafe.Add(ref parameters, (nint)slot * similarity.PaddedInputs);

    private ref float Scale(ref float parameters) => ref Centre(ref parameters, Slots);

    private static LinearShape Sums(int width, int stride, LinearShape similarity) => new(
        width, similarity.Outputs, stride, similarity.OutputStride, panelWidth: 0, chains: 1, chainLength: 0, hasBias: false, hasReLU: false);
}
