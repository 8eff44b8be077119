using System;
using System.Collections.Generic;
using System.ComponentModel;
using MoE.Experts;
using MoE.Training.Checkpoints;
using MoE.Training.Forests;

namespace MoE.Training;

/// <summary>Loss and gradients of a model, and its fit to rows by mini-batches of AdamW. The resulting bits depend on model, rows and options alone, Threads excepted.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Trainer
{
    /// <summary>Trains <paramref name="model"/>'s parameters in place.</summary>
    /// <exception cref="ArgumentException">
    /// The set is empty, a number in it is not finite, there is no row for validation, or an option does not fit the model; the model is as it was.
    /// </exception>
    public static FitReport Fit(ITrainableModel model, in TrainingSet set, FitOptions? options = null) => Fit(model, FitTarget.Model, set, options);

    /// <summary>The same from rows that are read piece by piece, again in each epoch.</summary>
    /// <exception cref="ArgumentException">A batch is misshapen or not finite, there are no rows, or an option needs all rows at once; the weights are those of the last completed epoch.</exception>
    public static FitReport Fit<TTarget>(ITrainableModel model, IEnumerable<RowBatch<TTarget>> batches, TrainingSetOf<TTarget> setOf, bool isClassification, FitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(batches);
        options ??= new FitOptions();
        if (options.ValidationFraction > 0)
            throw new ArgumentException("FitOptions.ValidationFraction needs all rows at once, but they come as a stream: keep rows aside yourself and call Evaluate.", nameof(options));
        if (options.RouterNoise is { IsEmpty: false })
            throw new ArgumentException("FitOptions.RouterNoise is for all rows at once, but they come as a stream.", nameof(options));
        if (options.Schedule != LearningRateSchedule.Constant && options.ScheduleSteps == 0)
            throw new ArgumentException($"FitOptions.Schedule is {options.Schedule}, but how many steps a stream has is not known: set FitOptions.ScheduleSteps.", nameof(options));
        if (ForestGrowth.Of(model, FitTarget.Model, options) is not null)
            throw new ArgumentException("A forest is grown on all rows at once, but they come as a stream: grow it with FitExpert, then train the rest with FitGate and FitExpert.", nameof(batches));
        WeighedLabels? labels = WeighedLabels.Of(options, isClassification, model.TargetSize);
        Checkpoint? checkpoint = options.CheckpointPath is { Length: > 0 } path ? new Checkpoint(path, FitTerms.Of(FitTarget.Model, options, options.ScheduleSteps)) : null;
        return new FitRun(model, FitTarget.Model, options, labels, options.ScheduleSteps, checkpoint).Run(new RowStream<TTarget>(model, batches, setOf, options));
    }

    /// <summary>Trains one expert by itself, as if every row were its own, whatever the router says.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit(ITrainableModel, in TrainingSet, FitOptions)"/>, or there is no such expert.</exception>
    public static FitReport FitExpert(IMixtureModel model, int expert, in TrainingSet set, FitOptions? options = null)
    {
        RowSpans.DemandExpert(expert, model.Mixture.Shape.Experts);
        return Fit(model, FitTarget.Expert(expert, model.MixturePrefix), set, options);
    }

    /// <summary>Trains the router, to targets or to experts' losses; the experts stay as they are.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Fit(ITrainableModel, in TrainingSet, FitOptions)"/>.</exception>
    /// <exception cref="InvalidOperationException">The router has nothing to train.</exception>
    public static FitReport FitGate(IMixtureModel model, in TrainingSet set, FitOptions? options = null)
    {
        FitTarget gate = FitTarget.Gate(model.MixturePrefix);
        if (gate.Ranges(model.Parameters.Layout).Length == 0)
            throw new InvalidOperationException($"{((model as SparseModel)?.ModelType ?? model.GetType()).Name}'s gating has no parameters to train; train the experts with Fit.");
        return Fit(model, gate, set, options);
    }

    /// <summary>Loss and gradients over all rows of a set at once, with nothing random: without dropout and jitter, and with noise only where the set has it.</summary>
    /// <exception cref="ArgumentException">The set is empty or not finite, or the gradients are another model's; nothing is changed.</exception>
    public static LossReport ComputeGradients(ITrainableModel model, in TrainingSet set, Gradients gradients, int length = 0)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        FitOptions options = new() { SequenceLength = length };
        TrainingSetCheck.DemandTrainable(set, model, options);
        if (gradients.Buffer.Layout != model.Parameters.Layout)
            throw new ArgumentException("gradients must come from CreateGradients of this model class, but are another's.", nameof(gradients));
        return model.ComputeGradients(set, RowSplit.All(set.RowCount), gradients.Buffer, new TrainingStep(Threads: 1, Seed: 0, Training: false) { SequenceLength = length });
    }

    private static FitReport Fit(ITrainableModel model, FitTarget target, TrainingSet set, FitOptions? options)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new FitOptions();
        if (options.RouterNoise is { IsEmpty: false } noise)
        {
            set = model is IMixtureModel mixture
                ? set.WithRouterNoise(mixture, noise.Span)
                : throw new ArgumentException("FitOptions.RouterNoise is for a model with a router.", nameof(options));
        }
        TrainingSetCheck.DemandTrainable(set, model, options);
        WeighedLabels? labels = WeighedLabels.Of(options, set.IsClassification, model.TargetSize);
        ForestGrowth? forests = ForestGrowth.Of(model, target, options);
        // Where nothing but forests is trained, once is enough.
        if (forests is not null && target.Ranges(model.Parameters.Layout).Length == 0)
            options = options with { Epochs = Math.Min(options.Epochs, 1) };
        RowSplit split = RowSplit.Of(set.RowCount, options);
        int batches = ((split.Training.Length - 1) / options.RowsOfBatch(split.Training.Length)) + 1;
        long steps = options.ScheduleSteps > 0 ? options.ScheduleSteps : (long)options.Epochs * batches;
        Checkpoint? checkpoint = options.CheckpointPath is { Length: > 0 } path ? new Checkpoint(path, FitTerms.Of(target, options, steps, set)) : null;
        if (forests is not null && checkpoint is not null && options.ForestRounds > 1)
            throw new ArgumentException("FitOptions.CheckpointPath keeps no forests, so they can be grown once alone: leave ForestRounds at 1.", nameof(options));
        return new FitRun(model, target, options, labels, steps, checkpoint, forests).Run(new WholeSet(set, split, batches, forests));
    }
}
