using System;
using System.IO;
using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Backbones;

/// <summary>A sequence row by row is the sequence as a whole, bit by bit.</summary>
public class StepTests
{
    // More than one piece of a call, and no multiple of it.
    private const int Rows = 1000;

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void A_thousand_steps_are_one_call(string name)
    {
        IBackboneModel sequences = BackboneModels.Create(name);
        float[] inputs = SampleData.Inputs(sequences.Model, Rows);
        float[] whole = Whole(sequences, inputs);
        SequenceState state = sequences.CreateState();
        Steps(sequences, state, inputs).ShouldBeTheBits(whole, name);
        state.Position.ShouldBe(Rows);
    }

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void No_row_looks_ahead(string name)
    {
        IBackboneModel sequences = BackboneModels.Create(name);
        float[] inputs = SampleData.Inputs(sequences.Model, 300);
        float[] whole = Whole(sequences, inputs);
        foreach (int rows in new[] { 1, 2, 3, 127, 128, 129, 257 })
            Whole(sequences, inputs[..(rows * sequences.Model.Inputs)]).ShouldBeTheBits(whole[..(rows * sequences.Model.Outputs)], $"{name}, {rows} rows");
    }

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void Sequences_do_not_see_each_other(string name)
    {
        IBackboneModel sequences = BackboneModels.Create(name);
        const int Length = 37;
        float[] inputs = SampleData.Inputs(sequences.Model, 5 * Length);
        float[] expected = [.. inputs.Chunk(Length * sequences.Model.Inputs).SelectMany(one => Whole(sequences, one))];
        foreach (int threads in new[] { 1, 2, 3, 8, 0 })
        {
            float[] outputs = new float[expected.Length];
            sequences.Predict(inputs, Length, outputs, threads);
            outputs.ShouldBeTheBits(expected, $"{name}, {threads} threads");
        }
    }

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void One_sequence_on_any_number_of_threads_has_the_same_bits(string name)
    {
        IBackboneModel sequences = BackboneModels.Create(name);
        float[] inputs = SampleData.Inputs(sequences.Model, 300);
        float[] one = Whole(sequences, inputs);
        foreach (int threads in new[] { 2, 3, 8, 0 })
        {
            float[] outputs = new float[one.Length];
            sequences.Model.Predict(inputs, outputs, threads);
            outputs.ShouldBeTheBits(one, $"{name}, {threads} threads");
        }
    }

    [Theory]
    [MemberData(nameof(BackboneModels.Names), MemberType = typeof(BackboneModels))]
    public void A_state_goes_on_from_a_copy_a_file_and_the_beginning(string name)
    {
        IBackboneModel sequences = BackboneModels.Create(name);
        int width = sequences.Model.Inputs;
        float[] inputs = SampleData.Inputs(sequences.Model, 40);
        SequenceState state = sequences.CreateState(64), copy = sequences.CreateState(64);
        Steps(sequences, state, inputs[..(25 * width)]);
        state.CopyTo(copy);
        using MemoryStream file = new();
        state.Save(file);
        file.WriteByte(7);
        file.Position = 0;
        SequenceState loaded = sequences.LoadState(file);
        file.ReadByte().ShouldBe(7, "exactly one state is read");
        loaded.Position.ShouldBe(25);

        float[] rest = Steps(sequences, state, inputs[(25 * width)..]);
        Steps(sequences, copy, inputs[(25 * width)..]).ShouldBeTheBits(rest, name + ", a copy");
        Steps(sequences, loaded, inputs[(25 * width)..]).ShouldBeTheBits(rest, name + ", a file");
        state.Reset();
        state.Position.ShouldBe(0);
        Steps(sequences, state, inputs).ShouldBeTheBits(Whole(sequences, inputs), name + ", after Reset");
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        foreach (string name in BackboneModels.All)
        {
            IBackboneModel sequences = BackboneModels.Create(name);
            float[] input = SampleData.Inputs(sequences.Model, 1), output = new float[sequences.Model.Outputs];
            SequenceState state = sequences.CreateState();
            for (int step = 0; step < 300; step++)
                sequences.Step(state, input, output);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int step = 0; step < 1000; step++)
                sequences.Step(state, input, output);
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0, name);
        }
    }

    [Fact]
    public void A_row_that_is_not_finite_counts_as_zeros()
    {
        foreach (string name in BackboneModels.All)
        {
            IBackboneModel sequences = BackboneModels.Create(name);
            (int width, int outputs) = (sequences.Model.Inputs, sequences.Model.Outputs);
            float[] inputs = SampleData.Inputs(sequences.Model, 9);
            float[] zeros = [.. inputs];
            Array.Clear(zeros, 4 * width, width);
            inputs[(4 * width) + 1] = float.NegativeInfinity;
            float[] came = Whole(sequences, inputs), expected = Whole(sequences, zeros);
            came.AsSpan(4 * outputs, outputs).ToArray().ShouldAllBe(value => float.IsNaN(value));
            came[..(4 * outputs)].ShouldBeTheBits(expected[..(4 * outputs)], "before");
            came[(5 * outputs)..].ShouldBeTheBits(expected[(5 * outputs)..], "after");
        }
    }

    private static float[] Whole(IBackboneModel sequences, float[] inputs)
    {
        float[] outputs = new float[inputs.Length / sequences.Model.Inputs * sequences.Model.Outputs];
        sequences.Model.Predict(inputs, outputs, 1);
        return outputs;
    }

    private static float[] Steps(IBackboneModel sequences, SequenceState state, float[] inputs)
    {
        (int width, int outputs) = (sequences.Model.Inputs, sequences.Model.Outputs);
        float[] all = new float[inputs.Length / width * outputs];
        for (int row = 0; row < inputs.Length / width; row++)
            sequences.Step(state, inputs.AsSpan(row * width, width), all.AsSpan(row * outputs, outputs));
        return all;
    }
}
