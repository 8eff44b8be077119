using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Routing;
using MoE.Training;

namespace MoE.Sequences;

/// <summary>
/// A batch of sequences of equal length on its way through a backbone and back. Kept are the rows before each sublayer and what its
/// own way back asks for; what a norm made of them is made again.
/// </summary>
internal sealed unsafe class BackboneBatch
{
    // Apart from the streams that a step's seed has elsewhere.
    private const long SeedStream = -(1L << 32);

    // No expert's: the mask of what is around the experts.
    private const int BackboneMask = -1;

    private readonly Backbone _model;
    private readonly BackboneShape _shape;
    private readonly BackboneBatchLayout _layout;
    private readonly TrainingStep _step;
    private readonly ParameterBuffer _gradients;
    private readonly Batch?[] _mixtures;
    private readonly DropoutMask _dropout;
    private readonly float* _origin;

    // The scratch is on the pinned heap and of the layout's size.
    public BackboneBatch(Backbone model, BackboneBatchLayout layout, in TrainingStep step, ParameterBuffer gradients, ref float scratch)
    {
        _model = model;
        _shape = model.Shape;
        _layout = layout;
        _step = step;
        _gradients = gradients;
        _mixtures = new Batch?[_shape.Layers];
        _dropout = new DropoutMask(step, BackboneMask);
        _origin = (float*)Unsafe.AsPointer(ref scratch);
    }

    private int Rows => _layout.Rows;

    public LossReport Run(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        Gather(set, rows);
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            Mix(layer);
            Feed(layer);
        }
        Leave();
        double task = _step.LossOn == LossOn.LastStep ? LossOnLastSteps(set, rows) : LossOnRows(set, rows, _layout.Outputs);
        Return();
        for (int layer = _shape.Layers - 1; layer >= 0; layer--)
        {
            FeedBackward(layer);
            MixBackward(layer);
        }
        _shape.Input?.Backward(ref Parameters(0), ref Gradients(0), ref At(_layout.Inputs), ref At(_layout.Gradient), ref Unsafe.NullRef<float>(), Rows, ref At(_layout.Work), _step.Threads);
        return Report(task);
    }

    private void Gather(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        int target = _shape.Input is null ? _layout.LayerRows(0) : _layout.Inputs;
        for (int row = 0; row < rows.Length; row++)
            PaddedRow.Copy(ref Unsafe.Add(ref MemoryMarshal.GetReference(set.Inputs), (nint)rows[row] * _shape.Inputs), ref At(target + ((nint)row * _shape.InputStride)), _shape.Inputs, _shape.InputStride);
        _shape.Input?.Forward(ref Parameters(0), ref At(target), ref At(_layout.LayerRows(0)), Rows, _step.Threads);
    }

    private void Mix(int layer)
    {
        Normalize(_shape.Layer(layer), _layout.LayerRows(layer));
        _shape.Mixer.Forward(
            ref Parameters(_shape.MixerOf(layer)), ref At(_layout.Normed), ref At(_layout.Result), _layout.Sequences, _layout.Length, ref At(_layout.MixerSaved(layer)), ref At(_layout.Work), _step.Threads);
        Drop(_layout.Result, 2 * layer);
        Join(_layout.LayerRows(layer), _layout.Result, _layout.MiddleRows(layer));
    }

    private void Feed(int layer)
    {
        Normalize(_shape.SecondNormOf(layer), _layout.MiddleRows(layer));
        if (_shape.HasMixture(layer))
            (_mixtures[layer] = MixtureBatch(layer)).Forward(ref At(_layout.Normed), ref At(_layout.Result));
        else
            _shape.Dense!.ForwardKept(ref Parameters(_shape.FeedOf(layer)), ref At(_layout.Normed), ref At(_layout.Result), Rows, ref At(_layout.FeedSaved(layer)), _step.Threads);
        Drop(_layout.Result, (2 * layer) + 1);
        Join(_layout.MiddleRows(layer), _layout.Result, _layout.LayerRows(layer + 1));
    }

    private Batch MixtureBatch(int layer)
    {
        ITrainableMixture mixture = (ITrainableMixture)_model.Mixture(_shape.MixtureOf(layer));
        TrainingStep own = new(_step.Threads, Xoshiro256.ForStream(_step.Seed, SeedStream - layer).Next(), _step.Training) { SequenceLength = _step.SequenceLength };
        return new Batch(mixture, _layout.Mixture, own, ref Gradients(_shape.FeedOf(layer)), Rows, ref At(_layout.FeedSaved(layer)));
    }

    private void Leave()
    {
        int last = _layout.LayerRows(_shape.Layers);
        if (_shape.HasFinalNorm)
        {
            Normalize(_shape.FinalNorm, last);
            last = _layout.Normed;
        }
        if (_shape.Head is { } head)
            head.Forward(ref Parameters(_shape.HeadOffset), ref At(last), ref At(_layout.Outputs), Rows, _step.Threads);
        else
            Copy(last, _layout.Outputs);
    }

    private double LossOnRows(in TrainingSet set, ReadOnlySpan<int> rows, int outputs) =>
        BatchLoss.Take(set, rows, _step.Labels, ref At(outputs), _shape.Outputs, _shape.OutputStride, new Span<double>(_origin + _layout.RowLosses, rows.Length));

    private double LossOnLastSteps(in TrainingSet set, ReadOnlySpan<int> rows)
    {
        int[] last = new int[_layout.Sequences];
        for (int sequence = 0; sequence < last.Length; sequence++)
        {
            int row = ((sequence + 1) * _layout.Length) - 1;
            last[sequence] = rows[row];
            OutputRow(_layout.Outputs, row).CopyTo(OutputRow(_layout.LastOutputs, sequence));
        }
        double task = LossOnRows(set, last, _layout.LastOutputs);
        new Span<float>(_origin + _layout.Outputs, Rows * _shape.OutputStride).Clear();
        for (int sequence = 0; sequence < last.Length; sequence++)
            OutputRow(_layout.LastOutputs, sequence).CopyTo(OutputRow(_layout.Outputs, ((sequence + 1) * _layout.Length) - 1));
        return task;
    }

    // From the gradient by the outputs to that by what the last layer left. What the final norm said is still there.
    private void Return()
    {
        int behindNorm = _shape.HasFinalNorm ? _layout.ResultGradient : _layout.Gradient;
        int last = _layout.LayerRows(_shape.Layers);
        if (_shape.Head is { } head)
            head.Backward(ref Parameters(_shape.HeadOffset), ref Gradients(_shape.HeadOffset), ref At(_shape.HasFinalNorm ? _layout.Normed : last), ref At(_layout.Outputs), ref At(behindNorm), Rows, ref At(_layout.Work), _step.Threads);
        else
            Copy(_layout.Outputs, behindNorm);
        if (_shape.HasFinalNorm)
            _shape.Norm.Backward(ref Parameters(_shape.FinalNorm), ref Gradients(_shape.FinalNorm), ref At(last), ref At(behindNorm), ref At(_layout.Gradient), Rows);
    }

    private void FeedBackward(int layer)
    {
        Copy(_layout.Gradient, _layout.ResultGradient);
        Drop(_layout.ResultGradient, (2 * layer) + 1);
        if (_mixtures[layer] is { } mixture)
            mixture.Backward(ref At(_layout.ResultGradient), ref At(_layout.Result));
        else
        {
            Normalize(_shape.SecondNormOf(layer), _layout.MiddleRows(layer));
            int feed = _shape.FeedOf(layer);
            _shape.Dense!.Backward(
                ref Parameters(feed), ref Gradients(feed), ref At(_layout.Normed), ref At(_layout.ResultGradient), ref At(_layout.Result), Rows, ref At(_layout.FeedSaved(layer)), ref At(_layout.Work), _step.Threads);
        }
        NormBackward(_shape.SecondNormOf(layer), _layout.MiddleRows(layer));
    }

    private void MixBackward(int layer)
    {
        Copy(_layout.Gradient, _layout.ResultGradient);
        Drop(_layout.ResultGradient, 2 * layer);
        Normalize(_shape.Layer(layer), _layout.LayerRows(layer));
        int mixer = _shape.MixerOf(layer);
        _shape.Mixer.Backward(
            ref Parameters(mixer), ref Gradients(mixer), ref At(_layout.Normed), ref At(_layout.ResultGradient), ref At(_layout.Result), _layout.Sequences, _layout.Length,
            ref At(_layout.MixerSaved(layer)), ref At(_layout.Work), _step.Threads);
        NormBackward(_shape.Layer(layer), _layout.LayerRows(layer));
    }

    // A sublayer's input gradient, through its norm, joins that of the rows themselves.
    private void NormBackward(int parameters, int rows)
    {
        _shape.Norm.Backward(ref Parameters(parameters), ref Gradients(parameters), ref At(rows), ref At(_layout.Result), ref At(_layout.Result), Rows);
        Join(_layout.Gradient, _layout.Result, _layout.Gradient);
    }

    private LossReport Report(double task)
    {
        RouterLosses losses = default;
        foreach (Batch? mixture in _mixtures)
        {
            if (mixture is not null)
                losses = new RouterLosses(losses.LoadBalance + mixture.Losses.LoadBalance, losses.RouterZ + mixture.Losses.RouterZ);
        }
        return new LossReport(task, losses.LoadBalance, losses.RouterZ);
    }

    private void Normalize(int parameters, int rows) => _shape.Norm.Forward(ref Parameters(parameters), ref At(rows), ref At(_layout.Normed), Rows);

    private void Drop(int values, int sublayer)
    {
        if (_shape.Dropout > 0)
            _dropout.Apply(ref At(values), Rows, _shape.Width, _shape.Stride, _shape.Dropout, sublayer);
    }

    // The rows lie as the width's do on both sides, or there would be a head.
    private void Copy(int from, int to) => new ReadOnlySpan<float>(_origin + from, Rows * _shape.Stride).CopyTo(new Span<float>(_origin + to, Rows * _shape.Stride));

    private void Join(int left, int right, int sum)
    {
        if (sum != left)
            Copy(left, sum);
        for (int row = 0; row < Rows; row++)
            Combine.Add(ref At(right + ((nint)row * _shape.Stride)), ref At(sum + ((nint)row * _shape.Stride)), _shape.Width);
    }

    private Span<float> OutputRow(int area, int row) => new(_origin + area + ((nint)row * _shape.OutputStride), _shape.OutputStride);

    private ref float Parameters(int offset) => ref Unsafe.Add(ref _model.Parameters, offset);

    private ref float Gradients(int offset) => ref Unsafe.Add(ref _gradients.Origin, offset);

    private ref float At(nint offset) => ref *(_origin + offset);
}
