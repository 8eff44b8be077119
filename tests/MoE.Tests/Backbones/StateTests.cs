using System;
using System.IO;
using MoE.Tests.Models;
using Shouldly;
using Xunit;

namespace MoE.Tests.Backbones;

/// <summary>What states refuse.</summary>
public class StateTests
{
    [Fact]
    public void A_full_state_says_so_and_stays_as_it_is()
    {
        WholeAttention model = WholeAttention.Create(1);
        SequenceState state = model.CreateState(capacity: 3);
        float[] input = new float[7], output = new float[2];
        for (int step = 0; step < 3; step++)
            model.Step(state, input, output);
        Should.Throw<InvalidOperationException>(() => model.Step(state, input, output)).Message.ShouldStartWith("The state is full: it has room for 3 rows.");
        state.Position.ShouldBe(3);
    }

    [Fact]
    public void A_window_and_a_state_space_are_never_full()
    {
        WindowedAttention window = WindowedAttention.Create(1);
        SequenceState state = window.CreateState(capacity: 1);
        for (int step = 0; step < 50; step++)
            window.Step(state, new float[16], new float[4]);
        SmallMamba mamba = SmallMamba.Create(1);
        SequenceState other = mamba.CreateState(capacity: 1);
        for (int step = 0; step < 50; step++)
            mamba.Step(other, new float[5], new float[3]);
    }

    [Fact]
    public void Another_model_s_state_is_refused()
    {
        SmallMamba model = SmallMamba.Create(1);
        SequenceState other = WholeAttention.Create(1).CreateState();
        Should.Throw<ArgumentException>(() => model.Step(other, new float[5], new float[3])).Message.ShouldContain("state must come from CreateState of this model");
        Should.Throw<ArgumentException>(() => model.CreateState().CopyTo(other)).Message.ShouldContain("other must be a state of");
        using MemoryStream file = new();
        other.Save(file);
        file.Position = 0;
        Should.Throw<ModelFormatException>(() => SmallMamba.LoadState(file)).Message.ShouldContain("another model's");
    }

    [Fact]
    public void A_state_of_another_capacity_is_no_place_for_a_copy()
    {
        WholeAttention model = WholeAttention.Create(1);
        Should.Throw<ArgumentException>(() => model.CreateState(8).CopyTo(model.CreateState(9))).ParamName.ShouldBe("other");
        Should.Throw<ArgumentOutOfRangeException>(() => model.CreateState(-1));
    }

#pragma warning disable MOE0401 // What the rule says is what the test does.
    [Fact]
    public void Spans_of_other_lengths_are_refused()
    {
        SmallMamba model = SmallMamba.Create(1);
        SequenceState state = model.CreateState();
        Should.Throw<ArgumentException>(() => model.Step(state, new float[4], new float[3]));
        Should.Throw<ArgumentException>(() => model.Step(state, new float[5], new float[4]));
        Should.Throw<ArgumentException>(() => model.Predict(new float[20], 3, new float[12]));
        Should.Throw<ArgumentNullException>(() => model.Step(null!, new float[5], new float[3]));
        state.Position.ShouldBe(0);
    }
#pragma warning restore MOE0401

    /// <summary>Every byte of a state file counts.</summary>
    [Fact]
    public void A_damaged_state_is_refused()
    {
        WindowedAttention model = WindowedAttention.Create(1);
        SequenceState state = model.CreateState();
        model.Step(state, SampleData.Uniform(1, 16, 1), new float[4]);
        using MemoryStream file = new();
        state.Save(file);
        byte[] bytes = file.ToArray();
        for (int at = 0; at < bytes.Length; at += at < 400 ? 1 : 97)
        {
            byte[] damaged = [.. bytes];
            damaged[at] ^= 0x41;
            Should.Throw<ModelFormatException>(() => WindowedAttention.LoadState(new MemoryStream(damaged)), $"byte {at}");
            Should.Throw<ModelFormatException>(() => WindowedAttention.LoadState(new MemoryStream(bytes[..at])), $"cut at {at}");
        }
        WindowedAttention.LoadState(new MemoryStream(bytes)).Position.ShouldBe(1);
    }
}
