using System;
using MoE.Experts;
using MoE.Numerics;
using MoE.Training;

namespace MoE.Sequences;

/// <summary>Where the parts of a batch of sequences lie, in floats from its origin. It grows with rows times width, whatever the mixer remembers.</summary>
internal sealed class BackboneBatchLayout
{
    private readonly int _rowFloats;
    private readonly int _layerFloats;
    private readonly int _firstLayer;
    private readonly int _mixerFloats;

    public BackboneBatchLayout(Backbone model, int sequences, int length, int threads)
    {
        BackboneShape shape = model.Shape;
        (Sequences, Length) = (sequences, length);
        int touched = KernelRows.Touched(Rows);
        Mixture = new BatchLayout((ITrainableMixture)model.Mixture(0), Rows, Math.Min(threads, model.Mixture(0).Shape.Experts + 2), length);
        _rowFloats = checked(touched * shape.Stride);
        _mixerFloats = shape.Mixer.SavedFloats(sequences, length);
        ScratchAreas areas = default;
        Inputs = areas.Take(touched, shape.InputStride);
        Outputs = areas.Take(touched, shape.OutputStride);
        LastOutputs = areas.Take(KernelRows.Touched(sequences), shape.OutputStride);
        RowLosses = areas.Take(Rows, sizeof(double) / sizeof(float));
        Normed = areas.Take(_rowFloats);
        Result = areas.Take(_rowFloats);
        Gradient = areas.Take(_rowFloats);
        ResultGradient = areas.Take(_rowFloats);
        Work = areas.Take(Math.Max(
            Math.Max(shape.Mixer.TrainingFloats(sequences, length, threads), shape.Dense?.BackwardFloats(Rows) ?? 0),
            Math.Max(shape.Input?.BackwardFloats ?? 0, shape.Head?.BackwardFloats ?? 0)));
        _firstLayer = areas.Floats;
        // Each from a cache line on, as its parts are.
        ScratchAreas layer = default;
        layer.Take(_rowFloats);
        layer.Take(_rowFloats);
        layer.Take(_mixerFloats);
        layer.Take(Math.Max(Mixture.Floats, shape.Dense?.SavedFloats(Rows) ?? 0));
        _layerFloats = layer.Floats;
        areas.Take(shape.Layers, _layerFloats);
        Last = areas.Take(_rowFloats);
        Layers = shape.Layers;
        Floats = areas.Floats;
    }

    public int Sequences { get; }

    public int Length { get; }

    public int Rows => Sequences * Length;

    public BatchLayout Mixture { get; }

    public int Inputs { get; }

    /// <summary>What the model says, then the gradient by it.</summary>
    public int Outputs { get; }

    /// <summary>The same of each sequence's last row alone.</summary>
    public int LastOutputs { get; }

    public int RowLosses { get; }

    public int Normed { get; }

    public int Result { get; }

    public int Gradient { get; }

    public int ResultGradient { get; }

    /// <summary>What a sublayer works in.</summary>
    public int Work { get; }

    public int Floats { get; }

    private int Layers { get; }

    private int Last { get; }

    /// <summary>The rows that a layer reads; behind the last one, what it leaves.</summary>
    public int LayerRows(int layer) => layer == Layers ? Last : _firstLayer + (layer * _layerFloats);

    /// <summary>The rows between its sublayers.</summary>
    public int MiddleRows(int layer) => LayerRows(layer) + _rowFloats;

    /// <summary>What its mixer keeps.</summary>
    public int MixerSaved(int layer) => MiddleRows(layer) + _rowFloats;

    /// <summary>What its second sublayer keeps.</summary>
    public int FeedSaved(int layer) => MixerSaved(layer) + ((_mixerFloats + 15) & ~15);
}
