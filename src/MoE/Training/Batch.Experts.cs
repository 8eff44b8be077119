using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Experts.Sparse;
using MoE.Routing;

namespace MoE.Training;

/// <content>The experts, each by itself: forward and backward over the rows that are its own.</content>
internal sealed unsafe partial class Batch
{
    private void Forward(int expert, int worker)
    {
        if (SequenceOf(expert) is >= 0 and int index)
        {
            ForwardSequence(index, worker);
            return;
        }
        int first = Starts[expert];
        int count = Starts[expert + 1] - first;
        if (count == 0)
            return;
        nint row = GroupRow(expert, first);
        ref float inputs = ref At(_layout.GroupInputs + (row * _shape.InputStride));
        GatherGroup(Order.Slice(first, count), ref inputs);
        if (expert == _shape.Experts)
        {
            PassThrough(ref inputs, ref At(_layout.GroupOutputs + (row * _shape.OutputStride)), count);
            return;
        }
        if (_mixture.Nested(expert) is { } nested)
            _nested[expert] = new NestedBatch(_mixture, nested, expert, _step, ref *_gradients, SetRows(first, count), count);
        if (_step.Unseen is { } unseen && _mixture.Forest(expert) is { } forest
            && unseen.TryCopy(forest, SetRows(first, count), new Span<float>(_origin + _layout.GroupOutputs + (row * _shape.OutputStride), count * _shape.OutputStride), _shape.OutputStride))
            return;
        _mixture.Forward(
            expert, ref inputs, ref At(_layout.GroupOutputs + (row * _shape.OutputStride)), count, ref At(_layout.Saved + (row * _mixture.Training.SavedStride)), Pass(expert));
    }

    // Which rows of the set a group's are; none where nobody asks.
    private int[] SetRows(int first, int count)
    {
        if (_step.Unseen is null)
            return [];
        int[] rows = new int[count];
        for (int index = 0; index < count; index++)
            rows[index] = _setRows[_rowOf.Of(Order[first + index])];
        return rows;
    }

    private void ForwardShared()
    {
        if (_shape.HasSharedExpert)
            _mixture.Forward(_shape.SharedExpert, ref SharedInputs(), ref At(_layout.SharedOutputs), _rows, ref At(_layout.SharedSaved), new ExpertPass(_step, _shape.SharedExpert));
    }

    private void Backward(int expert, int worker)
    {
        if (SequenceOf(expert) is >= 0 and int index)
        {
            BackwardSequence(index, worker);
            return;
        }
        int first = Starts[expert];
        int count = Starts[expert + 1] - first;
        nint row = GroupRow(expert, first);
        ref float gradients = ref At(_layout.GroupGradients + (row * _shape.OutputStride));
        ScatterGradients(Order.Slice(first, count), ref gradients);
        // What passes through has no parameters.
        if (expert == _shape.Experts)
            return;
        _mixture.Backward(
            expert,
            ref At(_layout.GroupInputs + (row * _shape.InputStride)),
            ref gradients,
            count,
            ref At(_layout.Saved + (row * _mixture.Training.SavedStride)),
            ref *_gradients,
            ref At(_layout.Workers + ((nint)worker * _layout.WorkerFloats)),
            Pass(expert));
    }

    // Its output is added as it is, so its gradient is the output's.
    private void BackwardShared(int worker)
    {
        if (!_shape.HasSharedExpert)
            return;
        int floats = _rows * _shape.OutputStride;
        new ReadOnlySpan<float>(_origin + _layout.Outputs, floats).CopyTo(new Span<float>(_origin + _layout.SharedOutputs, floats));
        _mixture.Backward(
            _shape.SharedExpert,
            ref At(_layout.SharedInputs),
            ref At(_layout.SharedOutputs),
            _rows,
            ref At(_layout.SharedSaved),
            ref *_gradients,
            ref At(_layout.Workers + ((nint)worker * _layout.WorkerFloats)),
            new ExpertPass(_step, _shape.SharedExpert));
    }

    // Its own copy where the way back will write over what it read.
    private ref float SharedInputs()
    {
        int floats = _rows * _shape.InputStride;
        if (_layout.SharedInputs != _layout.Inputs)
            new ReadOnlySpan<float>(_origin + _layout.Inputs, floats).CopyTo(new Span<float>(_origin + _layout.SharedInputs, floats));
        return ref At(_layout.SharedInputs);
    }

    private ExpertPass Pass(int expert) => new(_step, expert, _nested[expert]?.Batch);

    private void GatherGroup(ReadOnlySpan<int> assignments, ref float target)
    {
        for (int index = 0; index < assignments.Length; index++)
        {
            nint row = _rowOf.Of(assignments[index]);
            MemoryMarshal.CreateSpan(ref At(_layout.Inputs + (row * _shape.InputStride)), _shape.InputStride)
                .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, (nint)index * _shape.InputStride), _shape.InputStride));
        }
    }

    private void PassThrough(ref float inputs, ref float outputs, int rows)
    {
        RowForm gathered = _shape.Form == RowForm.Sparse ? RowForm.Sparse : RowForm.Dense;
        for (int row = 0; row < rows; row++)
            InputRow.PassThrough(ref Unsafe.Add(ref inputs, (nint)row * _shape.InputStride), gathered, ref Unsafe.Add(ref outputs, (nint)row * _shape.OutputStride), _shape);
    }

    private void ScatterGradients(ReadOnlySpan<int> assignments, ref float target)
    {
        for (int index = 0; index < assignments.Length; index++)
        {
            nint row = _rowOf.Of(assignments[index]);
            Combine.Row(ref At(_layout.Outputs + (row * _shape.OutputStride)), 0, ref Weights[assignments[index]], 1, ref Unsafe.Add(ref target, (nint)index * _shape.OutputStride), _shape.OutputStride);
        }
    }

    private sealed class Forwards(Batch batch) : IParallelWork
    {
        public void Run(int part, int worker)
        {
            if (part == 0)
                batch.ForwardShared();
            else
                batch.Forward(part - 1, worker);
        }
    }

    private sealed class Backwards(Batch batch) : IParallelWork
    {
        public void Run(int part, int worker)
        {
            switch (part)
            {
                case 0:
                    batch.BackwardRouter(worker);
                    break;
                case 1:
                    batch.BackwardShared(worker);
                    break;
                default:
                    batch.Backward(part - 2, worker);
                    break;
            }
        }
    }
}
