using System;
using System.Collections.Generic;
using System.Diagnostics;
using MoE.Numerics;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>One Fit under way: its buffers, its history and the weights to fall back to.</summary>
internal sealed class FitRun
{
    private const long StepSeedStream = -1;

    private readonly ITrainableModel _model;
    private readonly FitOptions _options;
    private readonly FitTarget _target;
    private readonly RowSplit _split;
    private readonly WeighedLabels? _labels;
    private readonly int _threads;
    private readonly int[] _order;
    private readonly ParameterBuffer _gradients;
    private readonly AdamWOptimizer _optimizer;
    private readonly ParameterBuffer _lastEpoch;
    private readonly ParameterBuffer? _bestEpoch;
    private readonly List<LossReport> _losses = [];
    private readonly List<double> _validationLosses = [];
    private double _lowestLoss = double.PositiveInfinity;
    private int _lowestLossEpoch;
    private Xoshiro256 _stepSeeds;

    public FitRun(ITrainableModel model, FitTarget target, FitOptions options, RowSplit split, WeighedLabels? labels)
    {
        _model = model;
        _options = options;
        _target = target;
        _split = split;
        _labels = labels;
        _threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        _order = new int[split.Training.Length];
        _gradients = new ParameterBuffer(model.Parameters.Layout);
        _optimizer = new AdamWOptimizer(model.Parameters, target.Ranges(model.Parameters.Layout), options, (long)options.Epochs * Batches);
        _lastEpoch = Copy(model.Parameters);
        _bestEpoch = options.Patience > 0 ? Copy(model.Parameters) : null;
        _stepSeeds = Xoshiro256.ForStream(options.Seed, StepSeedStream);
    }

    private int BatchRows => (int)Math.Min(_order.Length, (long)_options.BatchSize * _options.UnitRows);

    private int Batches => (_order.Length - 1) / BatchRows + 1;

    public FitReport Run(in TrainingSet set)
    {
        long start = Stopwatch.GetTimestamp();
        FitOutcome outcome;
        try
        {
            outcome = RunEpochs(set);
        }
        catch
        {
            _model.Parameters.CopyFrom(_lastEpoch);
            throw;
        }

        Restore(outcome);
        return new FitReport(outcome, _losses, _validationLosses, _lowestLossEpoch, _optimizer.Steps, Stopwatch.GetElapsedTime(start));
    }

    private FitOutcome RunEpochs(in TrainingSet set)
    {
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            _split.Training.CopyTo(_order, 0);
            if (_options.Shuffle) RowShuffle.Shuffle(_order, _options.UnitRows, _options.Seed, epoch);

            LossMean mean = default;
            for (int batch = 1; batch <= Batches; batch++)
            {
                if (_options.CancellationToken.IsCancellationRequested) return FitOutcome.Cancelled;
                if (!TakeStep(set, batch, ref mean)) return FitOutcome.Diverged;
                if (batch == Batches && !CompleteEpoch(set, epoch, mean.ToReport())) return FitOutcome.Diverged;

                double? validationLoss = _validationLosses.Count > 0 ? _validationLosses[^1] : null;
                _options.Progress?.Report(new FitProgress(epoch, _options.Epochs, batch, Batches, mean.ToReport(), validationLoss));
            }

            if (_options.Patience > 0 && epoch < _options.Epochs && epoch - _lowestLossEpoch >= _options.Patience) return FitOutcome.StoppedEarly;
        }

        return FitOutcome.Completed;
    }

    /// <summary>One optimizer step; false, and nothing changed, if the loss is not finite.</summary>
    private bool TakeStep(in TrainingSet set, int batch, ref LossMean mean)
    {
        int first = (batch - 1) * BatchRows;
        ReadOnlySpan<int> rows = _order.AsSpan(first, Math.Min(BatchRows, _order.Length - first));
        LossReport loss = _model.ComputeGradients(set, rows, _gradients, new TrainingStep(_threads, _stepSeeds.Next(), Training: true)
        {
            Router = _target.Router,
            Labels = _labels,
            SequenceLength = _options.SequenceLength,
        });
        if (!double.IsFinite(loss.Total)) return false;

        _optimizer.Step(_gradients, _threads);
        mean.Add(loss, rows.Length);
        return true;
    }

    /// <summary>Keeps the epoch's weights and losses; false, and nothing kept, if they are not finite.</summary>
    private bool CompleteEpoch(in TrainingSet set, int epoch, LossReport loss)
    {
        if (!FiniteCheck.IsFinite(ref _model.Parameters.Origin, _model.Parameters.Layout.Floats)) return false;

        double decisive = loss.Total;
        if (_split.Validation.Length > 0)
        {
            decisive = ValidationLoss(set);
            if (!double.IsFinite(decisive)) return false;

            _validationLosses.Add(decisive);
        }

        _losses.Add(loss);
        _lastEpoch.CopyFrom(_model.Parameters);
        if (decisive < _lowestLoss)
        {
            _lowestLoss = decisive;
            _lowestLossEpoch = epoch;
            _bestEpoch?.CopyFrom(_model.Parameters);
        }

        return true;
    }

    // What is not a prediction of the whole model is measured by the way forward that trains it.
    private double ValidationLoss(in TrainingSet set)
    {
        if (_target.Router is null && set.ExpertLosses.IsEmpty && _model is not IMixtureModel { Mixture.Shape.RowsSeeEachOther: true })
        {
            TaskLossMeter meter = new(_model.TargetSize);
            OutputBlocks.Measure(_model, set, _split.Validation, length: 0, _threads, meter);
            return meter.Mean;
        }

        LossMean mean = default;
        for (int first = 0; first < _split.Validation.Length; first += BatchRows)
        {
            ReadOnlySpan<int> rows = _split.Validation.AsSpan(first, Math.Min(BatchRows, _split.Validation.Length - first));
            TrainingStep step = new(_threads, Seed: 0, Training: false) { Router = _target.Router, SequenceLength = _options.SequenceLength };
            mean.Add(_model.ComputeGradients(set, rows, _gradients, step), rows.Length);
        }
        return mean.ToReport().Task;
    }

    private void Restore(FitOutcome outcome)
    {
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
