using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Layers;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Routing;

namespace MoE.Experts.Slots;

/// <summary>Rows to slots and slots to rows, for predicting and for training. Every sum runs in the order of rows, or of slots.</summary>
internal readonly unsafe struct SlotMixing
{
    private readonly SlotRouter _router;
    private readonly SlotLayout _layout;
    private readonly int _inputStride;
    private readonly int _outputStride;
    private readonly int _logitStride;
    private readonly float* _origin;

    // The scratch lies on the pinned heap.
    public SlotMixing(MixtureShape shape, SlotRouter router, in SlotLayout layout, ref float scratch)
    {
        _router = router;
        _layout = layout;
        _inputStride = shape.InputStride;
        _outputStride = shape.OutputStride;
        _logitStride = shape.LogitStride;
        _origin = (float*)Unsafe.AsPointer(ref scratch);
    }

    /// <summary>Which rows count.</summary>
    public Span<bool> IsFinite => new(_origin + _layout.IsFinite, _layout.Rows);

    /// <summary>The inputs of a row.</summary>
    public ref float Input(int row) => ref At(_layout.Inputs + ((nint)row * _inputStride));

    /// <summary>What the mixture says of a row.</summary>
    public ref float Output(int row) => ref At(_layout.Outputs + ((nint)row * _outputStride));

    /// <summary>What an expert reads: a row for each of its slots in each sequence.</summary>
    public ref float GroupInput(int expert) => ref At(_layout.GroupInputs + ((nint)expert * _layout.GroupRows * _inputStride));

    /// <summary>What it says of them.</summary>
    public ref float GroupOutput(int expert) => ref At(_layout.GroupOutputs + ((nint)expert * _layout.GroupRows * _outputStride));

    /// <summary>Rows' shares of the slots, from a row on.</summary>
    public ref float CombineShares(int row) => ref At(_layout.Combine + ((nint)row * _logitStride));

    /// <summary>Slots' shares of the rows, from a row on.</summary>
    public ref float DispatchShares(int row) => ref At(_layout.Dispatch + ((nint)row * _logitStride));

    /// <summary>Room for a row of each slot.</summary>
    public ref float SlotRows => ref At(_layout.SlotRows);

    /// <summary>Inputs to slots.</summary>
    public void Dispatch(ref float parameters)
    {
        _router.Logits(ref parameters, ref Input(0), _layout.Rows, ref CombineShares(0));
        for (int sequence = 0; sequence < _layout.Sequences; sequence++)
        {
            int first = sequence * _layout.Length;
            ColumnSoftmax.Forward(ref CombineShares(first), ref DispatchShares(first), IsFinite.Slice(first, _layout.Length), _router.Slots, _logitStride);
            SumRows(sequence, _router.InputSums, ref Input(first), ref DispatchShares(first), _layout.GroupInputs, _inputStride);
        }
        Softmax.Forward(ref CombineShares(0), ref CombineShares(0), _layout.Rows, _router.Slots, _logitStride);
    }

    /// <summary>Slots' outputs to outputs.</summary>
    public void Combine()
    {
        for (int sequence = 0; sequence < _layout.Sequences; sequence++)
        {
            int first = sequence * _layout.Length;
            Gather(sequence, _layout.GroupOutputs, _outputStride);
            FillMixing(ref At(_layout.Layer));
            LinearLayer.Rows(_router.Mixing, ref CombineShares(first), ref At(_layout.Layer), ref Output(first), _layout.Length);
        }
    }

    /// <summary>For each slot of a sequence the sum of its rows times the slot's shares, to the groups.</summary>
    public void SumRows(int sequence, LinearShape sums, ref float rows, ref float shares, int groups, int stride)
    {
        ref float room = ref At(_layout.Sums);
        WeightGradient.Run(sums, ref rows, ref shares, ref room, _layout.Length);
        for (int slot = 0; slot < _router.Slots; slot++)
        {
            Span<float> target = MemoryMarshal.CreateSpan(ref At(groups + (GroupRow(sequence, slot) * stride)), stride);
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref room, sums.PaddedOutputs + ((nint)slot * sums.PaddedInputs)), sums.PaddedInputs).CopyTo(target);
            target[sums.PaddedInputs..].Clear();
        }
    }

    /// <summary>The rows of a sequence's slots, one after the other, from the groups.</summary>
    public void Gather(int sequence, int groups, int stride)
    {
        for (int slot = 0; slot < _router.Slots; slot++)
        {
            MemoryMarshal.CreateReadOnlySpan(ref At(groups + (GroupRow(sequence, slot) * stride)), stride)
                .CopyTo(MemoryMarshal.CreateSpan(ref At(_layout.SlotRows + ((nint)slot * stride)), stride));
        }
    }

    // Weight (output, slot) is what the slot says in that output.
    private void FillMixing(ref float layer)
    {
        LinearShape mixing = _router.Mixing;
        TensorPlacement place = mixing.Weight;
        MemoryMarshal.CreateSpan(ref layer, mixing.Floats).Clear();
        for (int slot = 0; slot < _router.Slots; slot++)
        {
            ref float row = ref Unsafe.Add(ref SlotRows, (nint)slot * _outputStride);
            for (int output = 0; output < mixing.Outputs; output += place.Lanes)
            {
                int lanes = Math.Min(place.Lanes, mixing.Outputs - output);
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref row, output), lanes)
                    .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref layer, (nint)place.IndexOf(output, slot)), lanes));
            }
        }
    }

    private nint GroupRow(int sequence, int slot)
    {
        (int expert, int own) = Math.DivRem(slot, _router.SlotsPerExpert);
        return ((nint)expert * _layout.GroupRows) + (sequence * _router.SlotsPerExpert) + own;
    }

    private ref float At(nint offset) => ref *(_origin + offset);
}
