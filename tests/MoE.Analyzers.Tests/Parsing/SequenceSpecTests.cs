using System.Linq;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>What is declared of sequences, as the stages behind the parser read it.</summary>
public sealed class SequenceSpecTests
{
    private const string Full =
        "[MixtureOfExperts(20, 5), Backbone(64, 6, MixtureEvery = 3, DenseHidden = 96, DenseActivation = Activation.SiLU, FinalNorm = false, Head = false, Norm = Norm.RMSNorm, NormEpsilon = 1e-6, Dropout = 0.1), "
        + "AttentionMixer(8, KeyValueHeads = 2, HeadSize = 10, Window = 60, RotaryBase = 500, Bias = true), FeedForwardExpert, MambaExpert(Count = 3, Name = \"Slow\", StateSize = 8, ConvolutionWidth = 3, Expand = 1, TimeStepRank = 7), Classifier<DayOfWeek>] partial class Model;";

    [Fact]
    public void EverythingWritten()
    {
        ModelSpec model = Parse.One(Full);
        model.Backbone.ShouldBe(new BackboneSpec(64, 6, 3, 96, Activation.SiLU) { FinalNorm = false, Head = false, Norm = Norm.RMSNorm, NormEpsilon = 1e-6, Dropout = 0.1 });
        model.Mixer.ShouldBe(new AttentionMixerSpec(8, 2, 10, 60, 500, Bias: true));
        model.Experts.Last().ShouldBe(new MambaExpertSpec(3, "Slow", new MambaSpec(8, 3, 1, 7)));
        Parse.One("[MixtureOfExperts(4, 4), ResidualBlock(Norm = Norm.RMSNorm, NormEpsilon = 1e-6)] partial class Model;").ResidualBlock.ShouldBe(new ResidualBlockSpec(Norm.RMSNorm, 1e-6));
    }

    [Fact]
    public void WhatIsLeftOut()
    {
        ModelSpec model = Parse.One("[MixtureOfExperts(20, 5), Backbone(64, 6), AttentionMixer(8), MambaMixer, MambaExpert] partial class Model;");
        model.Backbone.ShouldBe(new BackboneSpec(64, 6, 2, 0, Activation.Gelu) { NormEpsilon = 1e-5 });
        model.Backbone!.DenseWidth.ShouldBe(256);
        model.Mixers.ShouldBe([new AttentionMixerSpec(8, 0, 0, 0, 10000, Bias: false), new MambaMixerSpec(new MambaSpec(16, 4, 2, 0))]);
        AttentionMixerSpec attention = model.Mixer.ShouldBeOfType<AttentionMixerSpec>();
        (attention.KeyHeads, attention.SizeOfHead(64)).ShouldBe((8, 8));
    }

    [Fact]
    public void ABackboneSaysWhichLayersHaveTheMixture() =>
        Enumerable.Range(0, 6).Where(Parse.One(Full).Backbone!.HasMixture).ShouldBe([2, 5]);

    [Theory]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert", 4, 2, false, false)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert, SlotGating(2)", 4, 2, false, true)]
    [InlineData("MixtureOfExperts(4), FeedForwardExpert, Classifier<DayOfWeek>", 4, 7, false, false)]
    [InlineData("MixtureOfExperts(4, 4), FeedForwardExpert, ResidualBlock", 4, 4, false, false)]
    [InlineData("MixtureOfExperts(4, 2), MambaExpert", 4, 2, true, true)]
    [InlineData("MixtureOfExperts(4, 2), FeedForwardExpert, Backbone(8, 2), MambaMixer", 8, 8, true, true)]
    [InlineData("MixtureOfExperts(4), FeedForwardExpert, Backbone(8, 2), MambaMixer, Classifier<DayOfWeek>", 8, 8, true, true)]
    public void SizesOfTheMixture(string attributes, int inputs, int outputs, bool isSequence, bool seesOthers)
    {
        ModelSpec model = Parse.One($"[{attributes}] partial class Model;");
        (model.MixtureInputs, model.MixtureOutputs, model.IsSequence, model.RowsSeeEachOther).ShouldBe((inputs, outputs, isSequence, seesOthers));
    }

    [Theory]
    [InlineData("Backbone(64", "Backbone(65")]
    [InlineData("64, 6", "64, 9")]
    [InlineData("MixtureEvery = 3", "MixtureEvery = 2")]
    [InlineData("DenseHidden = 96", "DenseHidden = 97")]
    [InlineData("Activation.SiLU", "Activation.ReLU")]
    [InlineData("FinalNorm = false", "FinalNorm = true")]
    [InlineData("Head = false", "Head = true")]
    [InlineData("Norm.RMSNorm", "Norm.LayerNorm")]
    [InlineData("1e-6", "1e-7")]
    [InlineData("Dropout = 0.1", "Dropout = 0.2")]
    [InlineData("AttentionMixer(8", "AttentionMixer(4")]
    [InlineData("KeyValueHeads = 2", "KeyValueHeads = 4")]
    [InlineData("HeadSize = 10", "HeadSize = 12")]
    [InlineData("Window = 60", "Window = 61")]
    [InlineData("RotaryBase = 500", "RotaryBase = 0")]
    [InlineData("Bias = true", "Bias = false")]
    [InlineData("StateSize = 8", "StateSize = 9")]
    [InlineData("ConvolutionWidth = 3", "ConvolutionWidth = 4")]
    [InlineData("Expand = 1", "Expand = 2")]
    [InlineData("TimeStepRank = 7", "TimeStepRank = 8")]
    public void EqualityCoversEverything(string before, string after) => Parse.One(Full.Replace(before, after)).ShouldNotBe(Parse.One(Full));
}
