using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Experts.Slots;
using MoE.Experts.Sparse;
using MoE.Layers;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Routing;

namespace MoE.Training;

/// <summary>One batch of sequences on its way through a mixture with slots and back. Experts are the parts of the parallel work; the rest runs in row order on one thread.</summary>
internal sealed unsafe class SlotBatch
{
    private readonly ITrainableMixture _mixture;
    private readonly SlotRouter _router;
    private readonly MixtureShape _shape;
    private readonly SlotBatchLayout _layout;
    private readonly SlotMixing _mixing;
    private readonly TrainingStep _step;
    private readonly ParameterBuffer _gradients;
    private readonly float* _origin;

    // The scratch is on the pinned heap and of the layout's size.
    public SlotBatch(ITrainableMixture mixture, SlotRouter router, in SlotBatchLayout layout, in TrainingStep step, ParameterBuffer gradients, ref float scratch)
    {
        _mixture = mixture;
        _router = router;
        _shape = mixture.Shape;
        _layout = layout;
        _mixing = new SlotMixing(_shape, router, layout.Mixing, ref scratch);
        _step = step;
        _gradients = gradients;
        _origin = (float*)Unsafe.AsPointer(ref scratch);
    }

    private int Rows => _layout.Mixing.Rows;

    private int GroupRows => _layout.Mixing.Sequences * _router.SlotsPerExpert;

    public LossReport Run(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        Gather(set, rows);
        _mixing.Dispatch(ref _mixture.Parameters);
        return new LossReport(set.ExpertLosses.IsEmpty ? RunExperts(set, rows) : RunRouter(set, rows), 0, 0);
    }

    private double RunExperts(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        ParallelWork.Run(new Forwards(this), _shape.Experts + 1, _step.Threads);
        _mixing.Combine();
        for (int row = 0; _shape.MixesProbabilities && row < Rows; row++)
        {
            Output(row).CopyTo(MemoryMarshal.CreateSpan(ref At(_layout.Mixed + ((nint)row * _shape.OutputStride)), _shape.OutputStride));
            LogProbabilities.Forward(ref _mixing.Output(row), 1, _shape.Outputs);
        }
        for (int row = 0; _shape.HasSharedExpert && row < Rows; row++)
            Combine.Add(ref At(_layout.SharedOutputs + ((nint)row * _shape.OutputStride)), ref _mixing.Output(row), _shape.Outputs);
        double task = BatchLoss.Take(set, rows, _step.Labels, ref _mixing.Output(0), _shape.Outputs, _shape.OutputStride, new Span<double>(_origin + _layout.RowLosses, Rows));
        for (int row = 0; _shape.MixesProbabilities && row < Rows; row++)
            LogProbabilities.Backward(ref At(_layout.Mixed + ((nint)row * _shape.OutputStride)), ref _mixing.Output(row), _shape.Outputs);
        for (int sequence = 0; sequence < _layout.Mixing.Sequences; sequence++)
            CombineBackward(sequence);
        SoftmaxGradient.Run(ref _mixing.CombineShares(0), ref LogitGradient(0), Rows, _router.Slots, _shape.LogitStride);
        // The experts' way back leaves the slots' gradients where the slots were.
        ParallelWork.Run(new Backwards(this), _shape.Experts + 1, _step.Threads);
        for (int sequence = 0; sequence < _layout.Mixing.Sequences; sequence++)
            DispatchBackward(sequence);
        _router.LogitsBackward(ref _mixture.Parameters, ref _mixing.Input(0), ref LogitGradient(0), Rows, ref _gradients.Origin);
        return task;
    }

    // What the experts would lose on a row, weighed by the row's shares of their slots.
    private double RunRouter(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        double task = 0;
        for (int row = 0; row < Rows; row++)
        {
            for (int slot = 0; slot < _router.Slots; slot++)
            {
                double loss = set.ExpertLosses[(rows[row] * _shape.Experts) + (slot / _router.SlotsPerExpert)];
                task += loss * Unsafe.Add(ref _mixing.CombineShares(row), slot) / Rows;
                Unsafe.Add(ref LogitGradient(row), slot) = (float)(loss / Rows);
            }
        }
        SoftmaxGradient.Run(ref _mixing.CombineShares(0), ref LogitGradient(0), Rows, _router.Slots, _shape.LogitStride);
        _router.LogitsBackward(ref _mixture.Parameters, ref _mixing.Input(0), ref LogitGradient(0), Rows, ref _gradients.Origin);
        return task;
    }

    // The whole set was found finite before the first batch.
    private void Gather(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        ref float source = ref MemoryMarshal.GetReference(set.Inputs);
        for (int row = 0; row < rows.Length; row++)
            InputRow.Gather(ref Unsafe.Add(ref source, (nint)rows[row] * _shape.Inputs), ref _mixing.Input(row), _shape);
        _mixing.IsFinite.Fill(true);
    }

    // From the outputs' gradients to those of the rows' shares and of what the slots said.
    private void CombineBackward(int sequence)
    {
        int first = sequence * _layout.Mixing.Length;
        _mixing.Gather(sequence, _layout.Mixing.GroupOutputs, _shape.OutputStride);
        SlotRouter.Turn(ref _mixing.SlotRows, _shape.OutputStride, _router.MixingBack, ref At(_layout.Layer));
        LinearLayer.Rows(_router.MixingBack, ref _mixing.Output(first), ref At(_layout.Layer), ref LogitGradient(first), _layout.Mixing.Length);
        _mixing.SumRows(sequence, _router.OutputSums, ref _mixing.Output(first), ref _mixing.CombineShares(first), _layout.GroupGradients, _shape.OutputStride);
    }

    // From the slots' gradients to those of their shares, added to what the logits have from the other side.
    private void DispatchBackward(int sequence)
    {
        int first = sequence * _layout.Mixing.Length, length = _layout.Mixing.Length;
        _mixing.Gather(sequence, _layout.Mixing.GroupInputs, _shape.InputStride);
        SlotRouter.Turn(ref _mixing.SlotRows, _shape.InputStride, _router.Similarity, ref At(_layout.Layer));
        ref float shareGradients = ref At(_layout.ShareGradients);
        LinearLayer.Rows(_router.Similarity, ref _mixing.Input(first), ref At(_layout.Layer), ref shareGradients, length);
        ColumnSoftmax.Backward(ref _mixing.DispatchShares(first), ref shareGradients, length, _router.Slots, _shape.LogitStride);
        for (int row = 0; row < length; row++)
        {
            for (int slot = 0; slot < _router.Slots; slot++)
                Unsafe.Add(ref LogitGradient(first + row), slot) += Unsafe.Add(ref shareGradients, ((nint)row * _shape.LogitStride) + slot);
        }
    }

    private void ForwardShared()
    {
        if (_shape.HasSharedExpert)
            _mixture.Forward(_shape.SharedExpert, ref _mixing.Input(0), ref At(_layout.SharedOutputs), Rows, ref At(_layout.SharedSaved), new ExpertPass(_step, _shape.SharedExpert));
    }

    // Its output is added as it is, so its gradient is the output's.
    private void BackwardShared(int worker)
    {
        if (!_shape.HasSharedExpert)
            return;
        int floats = Rows * _shape.OutputStride;
        MemoryMarshal.CreateReadOnlySpan(ref _mixing.Output(0), floats).CopyTo(MemoryMarshal.CreateSpan(ref At(_layout.SharedOutputs), floats));
        _mixture.Backward(
            _shape.SharedExpert,
            ref _mixing.Input(0),
            ref At(_layout.SharedOutputs),
            Rows,
            ref At(_layout.SharedSaved),
            ref _gradients.Origin,
            ref At(_layout.Workers + ((nint)worker * _layout.WorkerFloats)),
            new ExpertPass(_step, _shape.SharedExpert));
    }

    private void Forward(int expert) => _mixture.Forward(
        expert, ref _mixing.GroupInput(expert), ref _mixing.GroupOutput(expert), GroupRows, ref Saved(expert), new ExpertPass(_step, expert));

    private void Backward(int expert, int worker) => _mixture.Backward(
        expert,
        ref _mixing.GroupInput(expert),
        ref At(_layout.GroupGradients + ((nint)expert * _layout.Mixing.GroupRows * _shape.OutputStride)),
        GroupRows,
        ref Saved(expert),
        ref _gradients.Origin,
        ref At(_layout.Workers + ((nint)worker * _layout.WorkerFloats)),
        new ExpertPass(_step, expert));

    private ref float Saved(int expert) => ref At(_layout.Saved + ((nint)expert * _layout.Mixing.GroupRows * _mixture.Training.SavedStride));

    private ReadOnlySpan<float> Output(int row) => MemoryMarshal.CreateReadOnlySpan(ref _mixing.Output(row), _shape.OutputStride);

    private ref float LogitGradient(int row) => ref At(_layout.LogitGradients + ((nint)row * _shape.LogitStride));

    private ref float At(nint offset) => ref *(_origin + offset);

    private sealed class Forwards(SlotBatch batch) : IParallelWork
    {
        public void Run(int part, int worker)
        {
            if (part == 0)
                batch.ForwardShared();
            else
                batch.Forward(part - 1);
        }
    }

    private sealed class Backwards(SlotBatch batch) : IParallelWork
    {
        public void Run(int part, int worker)
        {
            if (part == 0)
                batch.BackwardShared(worker);
            else
                batch.Backward(part - 1, worker);
        }
    }
}
