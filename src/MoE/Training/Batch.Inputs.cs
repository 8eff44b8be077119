using System;
using MoE.Experts;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Training;

/// <content>The gradient by what the mixture read, for the block that it is inside of.</content>
internal sealed unsafe partial class Batch
{
    private void BackwardRouter(int worker)
    {
        TrainedRows rows = RouterRows(default);
        Losses = _router.Backward(rows);
        if (_mixture.Training.CarriesInputGradients)
            BackwardRouterInputs(rows, ref At(_layout.Workers + ((nint)worker * _layout.WorkerFloats)));
    }

    private void BackwardRouterInputs(in TrainedRows rows, ref float scratch)
    {
        Span<float> gradients = new(_origin + _layout.InputGradients, _rows * _shape.InputStride);
        // A router without a layer reads rows, but has no gradient.
        if (_router is not LayerRouter)
        {
            gradients.Clear();
            return;
        }
        _mixture.GateInputGradient(ref rows.LogitGradients, ref gradients[0], _rows, ref scratch);
        if (_router.Noise is { } noise)
        {
            Span<float> byNoise = new(_origin + _layout.NoiseInputGradients, gradients.Length);
            noise.BackwardInputs(rows, ref byNoise[0], ref scratch);
            Combine.Add(ref byNoise[0], ref gradients[0], gradients.Length);
        }
        // The router read the rows times the same factors.
        if (_layout.RouterInputs != _layout.Inputs)
            InputJitter.Copy(ref gradients[0], ref gradients[0], _rows, _shape.Inputs, _shape.InputStride, _step.Training ? _router.Jitter : 0, _step.Seed);
    }

    // The router's comes first, then those of the experts in slot order, those that see a sequence, the shared one's.
    private void JoinInputGradients()
    {
        for (int row = 0; row < _rows; row++)
        {
            ref float sum = ref At(_layout.InputGradients + ((nint)row * _shape.InputStride));
            for (int assignment = row * _shape.TopK; assignment < (row + 1) * _shape.TopK; assignment++)
            {
                if (Kept[assignment] >= 0 && SequenceOf(Kept[assignment]) < 0)
                    Combine.Add(ref InputGradient(assignment), ref sum, _shape.Inputs);
            }
            for (int index = 0; index < _layout.SequenceSaved.Length; index++)
                Combine.Add(ref SequenceGradient(index, row), ref sum, _shape.Inputs);
            if (_shape.HasSharedExpert)
                Combine.Add(ref At(_layout.SharedInputs + ((nint)row * _shape.InputStride)), ref sum, _shape.Inputs);
        }
    }

    // An expert's way back leaves it where the expert read; what passes through has that of its output.
    private ref float InputGradient(int assignment)
    {
        nint row = GroupRow(Kept[assignment], Places[assignment]);
        return ref At(Kept[assignment] == _shape.Experts ? _layout.GroupGradients + (row * _shape.OutputStride) : _layout.GroupInputs + (row * _shape.InputStride));
    }
}
