using System;
using System.Runtime.CompilerServices;
using MoE.Experts;
using MoE.Sequences;

namespace MoE.Training;

/// <content>Experts that see every row of a sequence: forward and backward over all rows; only those that are routed to them have a gradient.</content>
internal sealed unsafe partial class Batch
{
    private int Sequences => _rows / _layout.Length;

    private int SequenceOf(int expert) => SequenceExpert.IndexOf(_mixture.SequenceExperts, expert);

    private nint SequenceRow(int index) => _layout.SequenceRows + ((nint)index * KernelRows.Touched(_rows));

    // In such a group every row is in its own place.
    private void PlaceSequences()
    {
        for (int assignment = 0; !_mixture.SequenceExperts.IsEmpty && assignment < Assignments; assignment++)
        {
            if (SequenceOf(Kept[assignment]) >= 0)
                Places[assignment] = (int)_rowOf.Of(assignment);
        }
    }

    private void ForwardSequence(int index, int worker)
    {
        SequenceExpert expert = _mixture.SequenceExperts[index];
        expert.Mixer.Forward(
            ref Unsafe.Add(ref _mixture.Parameters, expert.Offset),
            ref At(_layout.Inputs),
            ref At(_layout.GroupOutputs + (SequenceRow(index) * _shape.OutputStride)),
            Sequences,
            _layout.Length,
            ref At(_layout.SequenceSaved[index]),
            ref At(_layout.Workers + ((nint)worker * _layout.WorkerFloats)),
            threads: 1);
    }

    private void BackwardSequence(int index, int worker)
    {
        SequenceExpert expert = _mixture.SequenceExperts[index];
        ref float gradients = ref At(_layout.GroupGradients + (SequenceRow(index) * _shape.OutputStride));
        new Span<float>(Unsafe.AsPointer(ref gradients), _rows * _shape.OutputStride).Clear();
        foreach (int assignment in Order[Starts[expert.Expert]..Starts[expert.Expert + 1]])
        {
            nint row = _rowOf.Of(assignment) * _shape.OutputStride;
            Combine.Row(ref At(_layout.Outputs + row), 0, ref Weights[assignment], 1, ref Unsafe.Add(ref gradients, row), _shape.OutputStride);
        }
        expert.Mixer.Backward(
            ref Unsafe.Add(ref _mixture.Parameters, expert.Offset),
            ref *(_gradients + expert.Offset),
            ref At(_layout.Inputs),
            ref gradients,
            ref SequenceGradient(index, 0),
            Sequences,
            _layout.Length,
            ref At(_layout.SequenceSaved[index]),
            ref At(_layout.Workers + ((nint)worker * _layout.WorkerFloats)),
            threads: 1);
    }

    private ref float SequenceGradient(int index, int row) =>
        ref At(_layout.SequenceGradients + ((((nint)index * KernelRows.Touched(_rows)) + row) * _shape.InputStride));
}
