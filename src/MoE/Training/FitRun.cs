using System;
using System.Diagnostics;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Training.Checkpoints;
using MoE.Training.Forests;

namespace MoE.Training;

/// <summary>One Fit under way: its buffers, where it stands and the weights to fall back to.</summary>
internal sealed class FitRun
{
    private const long StepSeedStream = -1;

    private readonly ITrainableModel _model;
    private readonly FitOptions _options;
    private readonly FitTarget _target;
    private readonly WeighedLabels? _labels;
    private readonly Checkpoint? _checkpoint;
    private readonly ForestGrowth? _forests;
    private readonly int _threads;
    private readonly ParameterBuffer _gradients;
    private readonly AdamWOptimizer _optimizer;
    private readonly ParameterBuffer _lastEpoch;
    private readonly ParameterBuffer? _bestEpoch;
    private readonly FitState _state = new();
    private int[] _order = [];
    private int _batches;
    private int _passed;
    private bool _hasNews;

    /// <param name="model">What is trained.</param>
    /// <param name="target">Which part of it.</param>
    /// <param name="options">How.</param>
    /// <param name="labels">How a classifier's loss is taken; null: plainly.</param>
    /// <param name="steps">Steps that a schedule runs over.</param>
    /// <param name="checkpoint">Where to keep the state; null: nowhere.</param>
    /// <param name="forests">The forests that it grows; null: none.</param>
    public FitRun(ITrainableModel model, FitTarget target, FitOptions options, WeighedLabels? labels, long steps, Checkpoint? checkpoint, ForestGrowth? forests = null)
    {
        _forests = forests;
        _model = model;
        _options = options;
        _target = target;
        _labels = labels;
        _checkpoint = checkpoint;
        _threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        _gradients = new ParameterBuffer(model.Parameters.Layout);
        _optimizer = new AdamWOptimizer(model.Parameters, target.Ranges(model.Parameters.Layout), options, steps);
        _lastEpoch = Copy(model.Parameters);
        _bestEpoch = options.Patience > 0 ? Copy(model.Parameters) : null;
        _state.StepSeeds = Xoshiro256.ForStream(options.Seed, StepSeedStream);
    }

    /// <summary>Mini-batches done of the epoch under way.</summary>
    public int BatchesDone => _state.Batch;

    private CheckpointParts Parts => new(_model.Parameters, _optimizer.FirstMoment, _optimizer.SecondMoment, _lastEpoch, _bestEpoch);

    /// <summary>Trains, from the checkpoint on if there is one.</summary>
    public FitReport Run<TRows>(scoped TRows rows)
        where TRows : IFitRows, allows ref struct
    {
        long start = Stopwatch.GetTimestamp();
        FitOutcome outcome;
        if (_checkpoint?.TryLoad(_state, Parts) == true)
            _optimizer.Steps = _state.Steps;
        try
        {
            outcome = RunEpochs(rows);
            if (outcome == FitOutcome.Cancelled) Keep();
            else _checkpoint?.Remove();
        }
        catch
        {
            _model.Parameters.CopyFrom(_lastEpoch);
            if (_state.Losses.Count == 0) _forests?.Undo();
            throw;
        }

        Restore(outcome);
        return new FitReport(outcome, _state.Losses, _state.ValidationLosses, _state.BestEpoch, _optimizer.Steps, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Mini-batches of some rows of a set, in a new order each epoch; those that were done before the checkpoint are left out.</summary>
    /// <param name="set">The set.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="chunk">Which part of the epoch's rows they are, from 0.</param>
    /// <returns>How the Fit ended; null: it goes on.</returns>
    public FitOutcome? Take(in TrainingSet set, ReadOnlySpan<int> rows, int chunk)
    {
        if (_order.Length != rows.Length) _order = new int[rows.Length];
        rows.CopyTo(_order);
        if (_options.Shuffle) RowShuffle.Shuffle(_order, _options.UnitRows, _options.Seed, _state.Epoch + 1 + ((long)chunk << 32));

        int batchRows = _options.RowsOfBatch(rows.Length);
        for (int first = 0; first < rows.Length; first += batchRows)
        {
            if (_passed++ < _state.Batch) continue;
            Report();
            if (_options.CancellationToken.IsCancellationRequested) return FitOutcome.Cancelled;
            if (!TakeStep(set, _order.AsSpan(first, Math.Min(batchRows, rows.Length - first)))) return FitOutcome.Diverged;
            _state.Batch++;
            _hasNews = true;
            if (_options.CheckpointSteps > 0 && _optimizer.Steps % _options.CheckpointSteps == 0) Keep();
        }

        return null;
    }

    /// <summary>The task loss on some rows.</summary>
    // What is not a prediction of the whole model is measured by the way forward that trains it.
    public double ValidationLoss(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        if (_target.Router is null && set.ExpertLosses.IsEmpty && !_model.RowsSeeEachOther)
        {
            TaskLossMeter meter = new(_model.TargetSize);
            OutputBlocks.Measure(_model, set, rows, length: 0, _threads, meter);
            return meter.Mean;
        }

        LossMean mean = default;
        int batchRows = _options.RowsOfBatch(_order.Length);
        for (int first = 0; first < rows.Length; first += batchRows)
        {
            ReadOnlySpan<int> batch = rows.Slice(first, Math.Min(batchRows, rows.Length - first));
            TrainingStep step = new(_threads, Seed: 0, Training: false) { Router = _target.Router, SequenceLength = _options.SequenceLength, LossOn = _options.LossOn };
            mean.Add(_model.ComputeGradients(set, batch, _gradients, step), batch.Length);
        }
        return mean.ToReport().Task;
    }

    private FitOutcome RunEpochs<TRows>(scoped TRows rows)
        where TRows : IFitRows, allows ref struct
    {
        while (_state.Epoch < _options.Epochs)
        {
            _passed = 0;
            _batches = rows.Batches;
            if (rows.Pass(this, _state.Epoch + 1) is { } outcome) return outcome;
            _batches = _state.Batch;
            if (!CompleteEpoch(rows)) return FitOutcome.Diverged;
            if (_options.Patience > 0 && _state.Epoch < _options.Epochs && _state.Epoch - _state.BestEpoch >= _options.Patience) return FitOutcome.StoppedEarly;
        }

        return FitOutcome.Completed;
    }

    /// <summary>One optimizer step; false, and nothing changed, if the loss is not finite.</summary>
    private bool TakeStep(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        Xoshiro256 seeds = _state.StepSeeds;
        LossReport loss = _model.ComputeGradients(set, rows, _gradients, new TrainingStep(_threads, seeds.Next(), Training: true)
        {
            Router = _target.Router,
            Labels = _labels,
            Unseen = _forests?.Outputs,
            ExpertsAreFrozen = _target.ExpertsAreFrozen,
            SequenceLength = _options.SequenceLength,
            LossOn = _options.LossOn,
        });
        _state.StepSeeds = seeds;
        if (!double.IsFinite(loss.Total)) return false;

        _optimizer.Step(_gradients, _threads);
        LossMean mean = _state.Mean;
        mean.Add(loss, rows.Length);
        _state.Mean = mean;
        return true;
    }

    /// <summary>Keeps the epoch's weights and losses; false, and nothing kept, if they are not finite.</summary>
    private bool CompleteEpoch<TRows>(scoped TRows rows)
        where TRows : IFitRows, allows ref struct
    {
        if (!FiniteCheck.IsFinite(ref _model.Parameters.Origin, _model.Parameters.Layout.Floats)) return false;

        if (rows.ValidationLoss(this) is { } validationLoss)
        {
            if (!double.IsFinite(validationLoss)) return false;

            _state.ValidationLosses.Add(validationLoss);
        }

        _state.Losses.Add(_state.Mean.ToReport());
        _lastEpoch.CopyFrom(_model.Parameters);
        if (_state.BestEpoch == _state.Losses.Count) _bestEpoch?.CopyFrom(_model.Parameters);
        Report();
        _state.Epoch++;
        _state.Batch = 0;
        _state.Mean = default;
        Keep();
        return true;
    }

    // A batch is told of when the next one begins or the epoch is complete: a stream does not know which is its last.
    private void Report()
    {
        if (!_hasNews) return;
        _hasNews = false;
        double? validationLoss = _state.ValidationLosses.Count > 0 ? _state.ValidationLosses[^1] : null;
        _options.Progress?.Report(new FitProgress(_state.Epoch + 1, _options.Epochs, _state.Batch, _batches, _state.Mean.ToReport(), validationLoss));
    }

    private void Keep()
    {
        _state.Steps = _optimizer.Steps;
        _checkpoint?.Save(_state, Parts);
    }

    private void Restore(FitOutcome outcome)
    {
        if ((outcome is FitOutcome.Cancelled or FitOutcome.Diverged) && _state.Losses.Count == 0) _forests?.Undo();
        if (outcome is FitOutcome.Cancelled or FitOutcome.Diverged) _model.Parameters.CopyFrom(_lastEpoch);
        else if (_bestEpoch is not null) _model.Parameters.CopyFrom(_bestEpoch);
    }

    private static ParameterBuffer Copy(ParameterBuffer source)
    {
        ParameterBuffer copy = new(source.Layout);
        copy.CopyFrom(source);
        return copy;
    }
}
