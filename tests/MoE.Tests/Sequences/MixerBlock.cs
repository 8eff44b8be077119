using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Numerics;
using MoE.Persistence;
using MoE.Sequences;

namespace MoE.Tests.Sequences;

/// <summary>A mixer with parameters, driven as a model drives it; rows come and go without padding.</summary>
internal sealed class MixerBlock
{
    private readonly int _stride;

    public MixerBlock(SequenceMixer mixer, ModelLayout layout, int width)
    {
        (Mixer, Parameters, Width) = (mixer, new ParameterBuffer(layout), width);
        _stride = PlannedLinear.Stride(width);
        Parameters.Initialize(7);
    }

    public SequenceMixer Mixer { get; }

    public ParameterBuffer Parameters { get; }

    public int Width { get; }

    public static MixerBlock Mamba(int width, int inner, int states, int taps, int rank)
    {
        BlockBuilder builder = new();
        int channels = PlannedLinear.Stride(inner), selection = PlannedLinear.Stride(rank + (2 * states));
        MambaMixer mixer = new(
            new MambaShape(width, inner, states, taps, rank),
            builder.Linear("in_proj", PlannedLinear.Shape(width, 2 * inner, false)),
            builder.Columns("conv1d.weight", [inner, 1, taps], taps, InitialValue.Uniform(taps)),
            builder.Columns("conv1d.bias", [inner], 1, InitialValue.Uniform(taps)),
            builder.Linear("x_proj", PlannedLinear.Shape(inner, rank + (2 * states), false)),
            builder.Linear("dt_proj", PlannedLinear.Shape(rank, inner, true, selection, channels)),
            builder.Columns("A_log", [inner, states], states, InitialValue.StateLogarithms(states), decays: false),
            builder.Columns("D", [inner], 1, InitialValue.Constant(1), decays: false),
            builder.Linear("out_proj", PlannedLinear.Shape(inner, width, false)));
        return new MixerBlock(mixer, builder.Layout(), width);
    }

    public static MixerBlock Attention(int width, int heads, int keyValueHeads, int headSize, int window = 0, double rotaryBase = 10000, bool bias = false)
    {
        BlockBuilder builder = new();
        AttentionMixer mixer = new(
            new AttentionShape(width, heads, keyValueHeads, headSize, window, rotaryBase),
            builder.Linear("q_proj", PlannedLinear.Shape(width, heads * headSize, bias)),
            builder.Linear("k_proj", PlannedLinear.Shape(width, keyValueHeads * headSize, bias)),
            builder.Linear("v_proj", PlannedLinear.Shape(width, keyValueHeads * headSize, bias)),
            builder.Linear("o_proj", PlannedLinear.Shape(heads * headSize, width, bias)));
        return new MixerBlock(mixer, builder.Layout(), width);
    }

    /// <summary>Other values than a fresh block's, as training leaves them.</summary>
    public MixerBlock Shaken(int seed)
    {
        Random random = new(seed);
        foreach (TensorLayout tensor in Parameters.Layout.Tensors)
            Parameters.Set(tensor.Name, [.. Get(tensor.Name).Select(value => value + (0.2f * (random.NextSingle() - 0.5f)))]);
        return this;
    }

    public float[] Get(string name)
    {
        float[] values = new float[Parameters.Layout[name].Elements];
        Parameters.Get(name, values);
        return values;
    }

    public double[] Doubles(string name) => [.. Get(name).Select(value => (double)value)];

    /// <summary>One sequence, cut into calls of so many rows.</summary>
    public float[] Advance(float[] x, int cut, int threads = 1, int capacity = 0) => Advance(x, cut, threads, new AlignedFloats(Mixer.StateFloats(Capacity(x, capacity))), capacity);

    /// <summary>One row at some position.</summary>
    public float[] AdvanceOne(ReadOnlySpan<float> x, AlignedFloats state, int position, int capacity = 0)
    {
        AlignedFloats input = Pack(x.ToArray()), output = Pack(x.ToArray()), scratch = Garbage(Mixer.AdvanceFloats(1));
        Mixer.Advance(ref Parameters.Origin, ref state.Origin, capacity, position, ref input.Origin, ref output.Origin, 1, ref scratch.Origin, 1);
        return Unpack(output, 1);
    }

    public float[] Advance(float[] x, int cut, int threads, AlignedFloats state, int capacity = 0)
    {
        int rows = x.Length / Width;
        AlignedFloats inputs = Pack(x), outputs = new(inputs.Length), scratch = Garbage(Mixer.AdvanceFloats(Math.Min(cut, rows)));
        for (int row = 0; row < rows; row += cut)
        {
            int count = Math.Min(cut, rows - row);
            Mixer.Advance(
                ref Parameters.Origin, ref state.Origin, Capacity(x, capacity), row, ref inputs.Span[row * _stride], ref outputs.Span[row * _stride], count, ref scratch.Origin, threads);
        }
        return Unpack(outputs, rows);
    }

    /// <summary>The outputs of whole sequences, and all gradients from those of the outputs; <c>x</c> is the input's.</summary>
    public (float[] Y, Dictionary<string, float[]> Gradients, float[] Padded) Train(float[] x, Func<float[], float[]> gradientOf, int sequences, int threads = 1)
    {
        int rows = x.Length / Width, length = rows / sequences;
        AlignedFloats inputs = Pack(x), outputs = Pack(new float[x.Length]), dx = Garbage(inputs.Length);
        AlignedFloats saved = Garbage(Mixer.SavedFloats(sequences, length)), scratch = Garbage(Mixer.TrainingFloats(sequences, length, threads));
        ParameterBuffer gradients = new(Parameters.Layout);
        gradients.Floats.Fill(float.NaN);
        Mixer.Forward(ref Parameters.Origin, ref inputs.Origin, ref outputs.Origin, sequences, length, ref saved.Origin, ref scratch.Origin, threads);
        float[] y = Unpack(outputs, rows);
        scratch.Span.Fill(float.NaN);
        AlignedFloats dy = Pack(gradientOf(y));
        Mixer.Backward(ref Parameters.Origin, ref gradients.Origin, ref inputs.Origin, ref dy.Origin, ref dx.Origin, sequences, length, ref saved.Origin, ref scratch.Origin, threads);
        Dictionary<string, float[]> named = new() { ["x"] = Unpack(dx, rows) };
        foreach (TensorLayout tensor in Parameters.Layout.Tensors)
        {
            float[] values = new float[tensor.Elements];
            gradients.Get(tensor.Name, values);
            named[tensor.Name] = values;
        }
        return (y, named, gradients.Floats.ToArray());
    }

    private int Capacity(float[] x, int capacity) => capacity == 0 ? x.Length / Width : capacity;

    // Kernels may touch three rows behind the last one.
    private AlignedFloats Pack(float[] rows)
    {
        int count = rows.Length / Width;
        AlignedFloats packed = new((count + 3) * _stride);
        for (int row = 0; row < count; row++)
            rows.AsSpan(row * Width, Width).CopyTo(packed.Span[(row * _stride)..]);
        return packed;
    }

    private float[] Unpack(AlignedFloats packed, int rows) =>
        [.. Enumerable.Range(0, rows).SelectMany(row => packed.Span.Slice(row * _stride, Width).ToArray())];

    // Working memory holds what others left there.
    private static AlignedFloats Garbage(int floats)
    {
        AlignedFloats memory = new(floats);
        memory.Span.Fill(float.NaN);
        return memory;
    }
}
