using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Experts.Sparse;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Training;

/// <summary>
/// One batch on its way through a mixture and back. Experts, and on the way back the router, are independent of each other, so
/// they are the parts of the parallel work; all that joins them runs in row order on one thread. An expert that is a mixture
/// itself has a batch of its own, of the rows that are routed to it.
/// </summary>
internal sealed unsafe partial class Batch
{
    private readonly ITrainableMixture _mixture;
    private readonly MixtureShape _shape;
    private readonly AssignmentRows _rowOf;
    private readonly BatchLayout _layout;
    private readonly TrainingStep _step;
    private readonly float* _gradients;
    private readonly float* _origin;
    private readonly int _rows;
    private readonly Router _router;
    private readonly bool[] _excludedExperts;
    private readonly NestedBatch?[] _nested;
    private int[] _setRows = [];
    private bool _hasNoise;
    private BatchMemory? _jittered;

    /// <param name="mixture">The mixture.</param>
    /// <param name="layout">Where its memory lies.</param>
    /// <param name="step">The circumstances.</param>
    /// <param name="gradients">The first of the gradients of the mixture's parameters; on the pinned heap.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="scratch">Of the layout's size; on the pinned heap.</param>
    /// <param name="setRows">Which rows of the set they are; null: Run is told.</param>
    public Batch(ITrainableMixture mixture, BatchLayout layout, in TrainingStep step, ref float gradients, int rows, ref float scratch, int[]? setRows = null)
    {
        _mixture = mixture;
        _shape = mixture.Shape;
        _rowOf = new AssignmentRows(_shape.TopK);
        _layout = layout;
        _step = step;
        _gradients = (float*)Unsafe.AsPointer(ref gradients);
        _rows = rows;
        _setRows = setRows ?? [];
        _router = step.Router ?? mixture.Router;
        _excludedExperts = step.Training && mixture.Training.ExpertDropout > 0
            ? ExpertDropout.Draw(_shape.Experts, _shape.TopK, mixture.Training.ExpertDropout, step.Seed)
            : [];
        _nested = new NestedBatch?[_shape.Experts];
        _origin = (float*)Unsafe.AsPointer(ref scratch);
    }

    private int Assignments => _rows * _shape.TopK;

    private Span<int> Chosen => Ints(_layout.Chosen, Assignments);

    private Span<int> Kept => Ints(_layout.Kept, Assignments);

    private Span<int> Order => Ints(_layout.Order, Assignments);

    private Span<int> Places => Ints(_layout.Places, Assignments);

    private Span<int> Starts => Ints(_layout.Starts, _shape.Groups + 1);

    private Span<float> Weights => new(_origin + _layout.Weights, Assignments);

    private Span<float> WeightGradients => new(_origin + _layout.WeightGradients, Assignments);

    public LossReport Run(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        Gather(set, rows);
        if (_step.Unseen is not null)
            _setRows = rows.ToArray();
        Route(set, rows);
        return set.ExpertLosses.IsEmpty ? RunExperts(set, rows) : RunRouter(set, rows);
    }

    /// <summary>Rows of an outer mixture: finite, one InputStride apart -> one OutputStride apart.</summary>
    public void Forward(ref float inputs, ref float outputs) => Forward(ref inputs, ref outputs, default, default);

    /// <summary>The same; the router's noise is what a set has for its rows.</summary>
    public void Forward(ref float inputs, ref float outputs, in TrainingSet set, ReadOnlySpan<int> rows)
    {
        Take(ref inputs);
        Route(set, rows);
        RunForward();
        new ReadOnlySpan<float>(_origin + _layout.Outputs, _rows * _shape.OutputStride).CopyTo(MemoryMarshal.CreateSpan(ref outputs, _rows * _shape.OutputStride));
    }

    /// <summary>Trains the router alone, to what a set's rows lose with each expert; the rows as they come to the mixture.</summary>
    public LossReport RunRouter(ref float inputs, in TrainingSet set, ReadOnlySpan<int> rows)
    {
        Take(ref inputs);
        Route(set, rows);
        return RunRouter(set, rows);
    }

    /// <summary>The same, then on to the gradient by the inputs: rows x InputStride, overwritten.</summary>
    public void Backward(ref float outputGradients, ref float inputGradients)
    {
        Backward(ref outputGradients);
        JoinInputGradients();
        new ReadOnlySpan<float>(_origin + _layout.InputGradients, _rows * _shape.InputStride).CopyTo(MemoryMarshal.CreateSpan(ref inputGradients, _rows * _shape.InputStride));
    }

    /// <summary>From the gradient by those outputs to that of the mixture's parameters.</summary>
    public void Backward(ref float outputGradients)
    {
        MemoryMarshal.CreateReadOnlySpan(ref outputGradients, _rows * _shape.OutputStride).CopyTo(new Span<float>(_origin + _layout.Outputs, _rows * _shape.OutputStride));
        RunBackward();
    }

    /// <summary>What the router and those inside added to the loss.</summary>
    public RouterLosses Losses { get; private set; }

    private LossReport RunExperts(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        RunForward();
        double task = BatchLoss.Take(set, rows, _step.Labels, ref At(_layout.Outputs), _shape.Outputs, _shape.OutputStride, new Span<double>(_origin + _layout.RowLosses, _rows));
        RunBackward();
        return new LossReport(task, Losses.LoadBalance, Losses.RouterZ);
    }

    private void RunForward()
    {
        LimitExperts();
        ParallelWork.Run(new Forwards(this), _shape.Groups + 1, _step.Threads);
        CombineRows();
    }

    private void RunBackward()
    {
        if (_shape.MixesProbabilities)
        {
            for (int row = 0; row < _rows; row++)
                LogProbabilities.Backward(ref At(_layout.Mixed + ((nint)row * _shape.OutputStride)), ref At(_layout.Outputs + ((nint)row * _shape.OutputStride)), _shape.Outputs);
        }
        FindWeightGradients();
        // The router and the shared expert are parts beside the experts: none of them needs another's gradients.
        ParallelWork.Run(new Backwards(this), _shape.Groups + 2, _step.Threads);
        FinishStep();
        foreach (NestedBatch? nested in _nested)
        {
            if (nested is not null)
                Losses = new RouterLosses(Losses.LoadBalance + nested.Batch.Losses.LoadBalance, Losses.RouterZ + nested.Batch.Losses.RouterZ);
            nested?.Dispose();
        }
    }

    // What the experts would lose on a row, weighed by the router's shares of it.
    private LossReport RunRouter(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        Span<float> gradients = new(_origin + _layout.ShareGradients, _rows * _shape.Experts);
        double task = 0;
        for (int row = 0; row < _rows; row++)
        {
            ReadOnlySpan<float> losses = set.ExpertLosses.Slice(rows[row] * _shape.Experts, _shape.Experts);
            for (int expert = 0; expert < losses.Length; expert++)
            {
                task += (double)losses[expert] * At(_layout.Probabilities + ((nint)row * _shape.LogitStride) + expert) / _rows;
                gradients[(row * _shape.Experts) + expert] = losses[expert] / _rows;
            }
        }
        WeightGradients.Clear();
        RouterLosses own = _router.Backward(RouterRows(gradients));
        FinishStep();
        return new LossReport(task, own.LoadBalance, own.RouterZ);
    }

    private void FinishStep()
    {
        if (_step.Training && !_step.IsFrozen)
            _router.AfterStep(RouterRows(default));
        _jittered?.Dispose();
    }

    // The whole set was found finite before the first batch.
    private void Gather(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        ref float source = ref MemoryMarshal.GetReference(set.Inputs);
        for (int row = 0; row < rows.Length; row++)
            InputRow.Gather(ref Unsafe.Add(ref source, (nint)rows[row] * _shape.Inputs), ref At(_layout.Inputs + ((nint)row * _shape.InputStride)), _shape);
    }

    private void DrawNoise(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        if (_router.Noise is null)
            return;
        Span<float> noise = new(_origin + _layout.Noise, _rows * _shape.Experts);
        _hasNoise = _step.Training || !set.RouterNoise.IsEmpty;
        if (set.RouterNoise.IsEmpty)
        {
            if (_hasNoise)
                RouterNormals.Draw(noise, _step.Seed);
            return;
        }
        for (int row = 0; row < rows.Length; row++)
            set.RouterNoise.Slice(rows[row] * _shape.Experts, _shape.Experts).CopyTo(noise[(row * _shape.Experts)..]);
    }

    private void Take(ref float inputs) =>
        MemoryMarshal.CreateReadOnlySpan(ref inputs, _rows * _shape.InputStride).CopyTo(new Span<float>(_origin + _layout.Inputs, _rows * _shape.InputStride));

    private void Route(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        DrawNoise(set, rows);
        if (_layout.RouterInputs != _layout.Inputs)
            Jitter(_step.Training ? _router.Jitter : 0);
        _router.RouteTraining(RouterRows(default));
    }

    private void Jitter(double jitter)
    {
        if (_shape.Form == RowForm.Sparse)
            _jittered = InputJitter.CopySparse(ref At(_layout.Inputs), ref At(_layout.RouterInputs), _rows, _shape.Columns, jitter, _step.Seed);
        else
            InputJitter.Copy(ref At(_layout.Inputs), ref At(_layout.RouterInputs), _rows, _shape.Columns, _shape.InputStride, jitter, _step.Seed);
    }

    private void LimitExperts()
    {
        Chosen.CopyTo(Kept);
        if (_shape.Capacity is { } rule && _step.Router is null)
        {
            NextBest next = new(ref At(_layout.LogitGradients), rule.Overflow == Overflow.NextBest ? _shape.LogitStride : 0);
            Capacity.Apply(Kept, _shape.TopK, Ints(_layout.Rooms, _shape.Experts), Capacity.Of(rule, _shape, _rows), next);
            if (_shape.PassesThrough)
                Kept.Replace(RowGroups.Dropped, _shape.Experts);
        }
        RowGroups.Sort(Kept, Starts, Order, Places);
        PlaceSequences();
    }

    private void CombineRows()
    {
        int[] places = new int[_shape.TopK];
        for (int row = 0; row < _rows; row++)
        {
            int first = row * _shape.TopK;
            for (int slot = 0; slot < places.Length; slot++)
                places[slot] = Kept[first + slot] < 0 ? RowGroups.Dropped : (int)GroupRow(Kept[first + slot], Places[first + slot]);
            Span<float> output = new(_origin + _layout.Outputs + ((nint)row * _shape.OutputStride), _shape.OutputStride);
            Combine.Kept(ref At(_layout.GroupOutputs), _shape.OutputStride, places, ref Weights[first], output[.._shape.Outputs]);
            if (_shape.MixesProbabilities)
                FinishProbabilities(row, output);
            if (_shape.HasSharedExpert)
                Combine.Add(ref At(_layout.SharedOutputs + ((nint)row * _shape.OutputStride)), ref At(_layout.Outputs + ((nint)row * _shape.OutputStride)), _shape.Outputs);
            output[_shape.Outputs..].Clear();
        }
    }

    private void FinishProbabilities(int row, Span<float> output)
    {
        output.CopyTo(new Span<float>(_origin + _layout.Mixed + ((nint)row * _shape.OutputStride), _shape.OutputStride));
        float total = 0;
        for (int assignment = row * _shape.TopK; assignment < (row + 1) * _shape.TopK; assignment++)
        {
            if (Kept[assignment] >= 0)
                total += Weights[assignment];
        }
        LogProbabilities.Forward(ref MemoryMarshal.GetReference(output), total, _shape.Outputs);
    }

    // The gradient by a weight is the output gradient times what the expert said; a dropped one had no say.
    private void FindWeightGradients()
    {
        for (int assignment = 0; assignment < Assignments; assignment++)
        {
            nint row = _rowOf.Of(assignment);
            WeightGradients[assignment] = Kept[assignment] < 0
                ? 0
                : Reduction.Dot(ref At(_layout.Outputs + (row * _shape.OutputStride)), ref Slot(_layout.GroupOutputs, assignment), _shape.Outputs);
        }
    }

    private TrainedRows RouterRows(ReadOnlySpan<float> shareGradients) => new(
        ref At(_layout.RouterInputs), ref At(_layout.Logits), ref At(_layout.Probabilities), ref At(_layout.LogitGradients), ref At(_layout.NoiseRoom), ref *_gradients)
    {
        Noise = new ReadOnlySpan<float>(_origin + _layout.Noise, _hasNoise ? _rows * _shape.Experts : 0),
        ExcludedExperts = _excludedExperts,
        ShareGradients = shareGradients,
        SequenceLength = _step.SequenceLength == 0 ? _rows : _step.SequenceLength,
        Mixture = _mixture,
        Shape = _shape,
        Count = _rows,
        Chosen = Chosen,
        Weights = Weights,
        WeightGradients = WeightGradients,
    };

    private ref float Slot(int area, int assignment)
    {
        int place = Places[assignment];
        return ref At(area + (GroupRow(Kept[assignment], place) * _shape.OutputStride));
    }

    // A group of n rows takes n rounded up to a multiple of four; rounding up the sum of all before by 3 each bounds it.
    private nint GroupRow(int expert, int place) => place + (SequenceOf(expert) is >= 0 and int index ? SequenceRow(index) : 3 * (nint)expert);

    private ref float At(nint offset) => ref *(_origin + offset);

    private Span<int> Ints(int offset, int count) => new(_origin + offset, count);
}
