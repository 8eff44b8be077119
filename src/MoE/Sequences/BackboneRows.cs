using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Blocks;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>
/// Some rows of one sequence on their way through a backbone: from a state on, which they move on. A whole sequence is taken in
/// pieces and a step is one row, so both have the same bits.
/// </summary>
internal readonly ref struct BackboneRows
{
    private readonly Backbone _model;
    private readonly BackboneShape _shape;
    private readonly Areas _areas;
    private readonly ref float _memory;
    private readonly int _rows;
    private readonly int _threads;
    private readonly int _expert;

    /// <param name="model">The backbone.</param>
    /// <param name="rows">How many rows, at least one.</param>
    /// <param name="memory">As much as <see cref="Floats"/> says, on the pinned heap.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="expert">The expert that every row goes to in every mixture, unweighted; negative: those that the routers choose.</param>
    public BackboneRows(Backbone model, int rows, ref float memory, int threads, int expert = -1)
    {
        _model = model;
        _shape = model.Shape;
        _areas = new Areas(_shape, rows);
        _memory = ref memory;
        _rows = rows;
        _threads = threads;
        _expert = expert;
    }

    /// <summary>The memory that some rows need.</summary>
    public static int Floats(Backbone model, int rows) => new Areas(model.Shape, rows).Total;

    private ref float X => ref At(_areas.X);

    private ref float Normed => ref At(_areas.Normed);

    private ref float Result => ref At(_areas.Result);

    /// <summary>[rows x Inputs] -> [rows x Outputs]; a row that is not finite counts as zeros and gives NaN.</summary>
    /// <param name="place">Where the sequence stands.</param>
    /// <param name="inputs">The caller's rows.</param>
    /// <param name="outputs">The caller's rows.</param>
    public void Run(in SequencePlace place, ref float inputs, ref float outputs)
    {
        Enter(ref inputs);
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            Mix(layer, place);
            Feed(layer, place);
        }
        Leave(ref outputs);
    }

    /// <summary>What a layer's mixture reads of the rows, [rows x Width] one after the other: NaN for rows that are not finite.</summary>
    public void RunTo(int layer, in SequencePlace place, ref float inputs, Span<float> mixtureRows)
    {
        Enter(ref inputs);
        for (int before = 0; before < layer; before++)
        {
            Mix(before, place);
            Feed(before, place);
        }
        Mix(layer, place);
        Normalize(_shape.SecondNormOf(layer));
        for (int row = 0; row < _rows; row++)
        {
            Span<float> target = mixtureRows.Slice(row * _shape.Width, _shape.Width);
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Normed, (nint)row * _shape.Stride), _shape.Width).CopyTo(target);
            if (!IsFinite(row))
                target.Fill(float.NaN);
        }
    }

    private void Enter(ref float inputs)
    {
        ref float padded = ref (_shape.Input is null ? ref X : ref At(_areas.Inputs));
        for (int row = 0; row < _rows; row++)
        {
            ref float source = ref Unsafe.Add(ref inputs, (nint)row * _shape.Inputs);
            ref float target = ref Unsafe.Add(ref padded, (nint)row * _shape.InputStride);
            bool isFinite = FiniteCheck.IsFinite(ref source, _shape.Inputs);
            At(_areas.Finite + row) = isFinite ? 1 : 0;
            if (isFinite)
                PaddedRow.Copy(ref source, ref target, _shape.Inputs, _shape.InputStride);
            else
                MemoryMarshal.CreateSpan(ref target, _shape.InputStride).Clear();
        }
        _shape.Input?.Forward(ref _model.Parameters, ref padded, ref X, _rows, _threads);
    }

    private void Mix(int layer, in SequencePlace place)
    {
        Normalize(_shape.Layer(layer));
        ref float state = ref place.State((nint)layer * _shape.Mixer.StateFloats(place.Capacity));
        _shape.Mixer.Advance(ref Parameters(_shape.MixerOf(layer)), ref state, place.Capacity, place.Position, ref Normed, ref Result, _rows, ref At(_areas.Sublayer), _threads);
        AddResult();
    }

    private void Feed(int layer, in SequencePlace place)
    {
        Normalize(_shape.SecondNormOf(layer));
        if (_shape.HasMixture(layer))
            FeedMixture(_shape.MixtureOf(layer), place);
        else
            _shape.Dense!.Forward(ref Parameters(_shape.FeedOf(layer)), ref Normed, ref Result, _rows, ref At(_areas.Sublayer), _threads);
        AddResult();
    }

    // The experts' states lie behind those of the layers' mixers, mixture by mixture.
    private void FeedMixture(int index, in SequencePlace place)
    {
        IMixtureKernels mixture = _model.Mixture(index);
        if (mixture.SequenceExperts.Length == 0 && _expert < 0)
            MixturePredictor.PredictPadded(mixture, ref Normed, ref Result, _rows, _threads);
        else if (mixture.SequenceExperts.Length == 0)
            MixturePredictor.PredictPaddedExpert(mixture, _expert, ref Normed, ref Result, _rows);
        else
        {
            nint layers = (nint)_shape.Layers * _shape.Mixer.StateFloats(place.Capacity);
            SequenceMixtureRows.Run(
                mixture, place.At(layers + ((nint)index * SequenceMixtureRows.StateFloats(mixture, place.Capacity))), ref Normed, ref Result, _rows, _threads, _expert);
        }
    }

    private void Leave(ref float outputs)
    {
        ref float source = ref X;
        if (_shape.HasFinalNorm)
        {
            Normalize(_shape.FinalNorm);
            source = ref Normed;
        }
        if (_shape.Head is { } head)
        {
            head.Forward(ref Parameters(_shape.HeadOffset), ref source, ref At(_areas.Outputs), _rows, _threads);
            source = ref At(_areas.Outputs);
        }
        int stride = _shape.Head is null ? _shape.Stride : _shape.OutputStride;
        for (int row = 0; row < _rows; row++)
        {
            Span<float> target = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, (nint)row * _shape.Outputs), _shape.Outputs);
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref source, (nint)row * stride), _shape.Outputs).CopyTo(target);
            if (!IsFinite(row))
                target.Fill(float.NaN);
        }
    }

    private void Normalize(int parameters) => _shape.Norm.Forward(ref Parameters(parameters), ref X, ref Normed, _rows);

    private void AddResult()
    {
        for (int row = 0; row < _rows; row++)
            Combine.Add(ref Unsafe.Add(ref Result, (nint)row * _shape.Stride), ref Unsafe.Add(ref X, (nint)row * _shape.Stride), _shape.Width);
    }

    private bool IsFinite(int row) => At(_areas.Finite + row) != 0;

    private ref float Parameters(int offset) => ref Unsafe.Add(ref _model.Parameters, offset);

    private ref float At(int offset) => ref Unsafe.Add(ref _memory, offset);

    /// <summary>Where things lie in the memory, in floats from its origin.</summary>
    private readonly struct Areas
    {
        public Areas(BackboneShape shape, int rows)
        {
            int touched = KernelRows.Touched(rows);
            ScratchAreas areas = default;
            Inputs = areas.Take(shape.Input is null ? 0 : touched, shape.InputStride);
            X = areas.Take(touched, shape.Stride);
            Normed = areas.Take(touched, shape.Stride);
            Result = areas.Take(touched, shape.Stride);
            Outputs = areas.Take(shape.Head is null ? 0 : touched, shape.OutputStride);
            Finite = areas.Take(rows);
            Sublayer = areas.Take(Math.Max(shape.Mixer.AdvanceFloats(rows), shape.Dense?.HiddenFloats(rows) ?? 0));
            Total = areas.Floats;
        }

        public int Inputs { get; }

        public int X { get; }

        public int Normed { get; }

        public int Result { get; }

        public int Outputs { get; }

        public int Finite { get; }

        public int Sublayer { get; }

        public int Total { get; }
    }
}
