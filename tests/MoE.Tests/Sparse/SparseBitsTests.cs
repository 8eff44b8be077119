using System.Linq;
using MoE.Tests.Bits;
using MoE.Tests.Models;
using MoE.Tests.Processes;
using Shouldly;
using Xunit;

namespace MoE.Tests.Sparse;

/// <summary>Sparse rows have the bits of the same rows written out, in all that a model does with them.</summary>
public class SparseBitsTests
{
    public static TheoryData<string> Names => new(SparseShape.All.Select(shape => shape.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_bits_are_those_of_whole_rows(string shape) => SparseShape.All.Single(each => each.Name == shape).Compare();

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "AVX2")]
    [InlineData("DOTNET_EnableAVX2", "portable (Vector128)")]
    public void On_every_instruction_set(string without, string leg)
    {
        string ran = ChildProcess.Run(["sparse"], (without, "0"));
        new[] { leg, "portable (Vector128)" }.ShouldContain(ran);
    }

    [Fact]
    public void A_classifier_too()
    {
        SparseData data = SparseData.Random(9, 40, SparseHues.InputSize);
        Hue[] labels = [.. Enumerable.Range(0, 40).Select(row => (Hue)(row % 3))];
        SparseHues sparse = SparseHues.Create(2), whole = SparseHues.Create(2);
        sparse.Fit(data.Sparse, labels, new FitOptions { Epochs = 2, ClassWeights = [1, 2, 3], LabelSmoothing = 0.1 });
        whole.Fit(data.Whole, labels, new FitOptions { Epochs = 2, ClassWeights = [1, 2, 3], LabelSmoothing = 0.1 });

        float[] probabilities = new float[40 * 3], expected = new float[40 * 3];
        whole.PredictProbabilities(data.Whole, expected);
        sparse.PredictProbabilities(data.Sparse, probabilities, threads: 2);
        probabilities.ShouldBeTheBits(expected, "PredictProbabilities");

        Hue[] classes = new Hue[40], expectedClasses = new Hue[40];
        whole.Classify(data.Whole, expectedClasses);
        sparse.Classify(data.Sparse, classes);
        classes.ShouldBe(expectedClasses);
        for (int row = 0; row < 40; row++)
            sparse.Classify(data.Slice(row, 1).Sparse).ShouldBe(expectedClasses[row]);
        sparse.Evaluate(data.Sparse, labels).ShouldBe(whole.Evaluate(data.Whole, labels));
        sparse.Observe(data.Sparse, labels).ToString().ShouldBe(whole.Observe(data.Whole, labels).ToString());
    }

    [Fact]
    public void Two_stages_too()
    {
        SparseData data = SparseData.Random(9, 40, SparsePanels.InputSize);
        float[] targets = SampleData.Uniform(1, 40 * 3, 1), losses = SampleData.Uniform(2, 40 * 4, 1);
        SparsePanels sparse = SparsePanels.Create(2), whole = SparsePanels.Create(2);
        sparse.FitExpert(1, data.Sparse, targets);
        whole.FitExpert(1, data.Whole, targets);
        sparse.FitGate(data.Sparse, targets);
        whole.FitGate(data.Whole, targets);
        sparse.FitGateToLosses(data.Sparse, losses);
        whole.FitGateToLosses(data.Whole, losses);
        sparse.Predict(data.Whole).ShouldBeTheBits(whole.Predict(data.Whole), "after two stages");
        Should.Throw<System.InvalidOperationException>(() => SparseHash.Create().FitGate(SparseData.Random(1, 2, 90).Sparse, new float[8]))
            .Message.ShouldStartWith("SparseHash's gating has no parameters");
    }

    [Fact]
    public void Models_without_training_too()
    {
        SparseData data = SparseData.Random(4, 30, SparseReader.InputSize), slots = SparseData.Random(4, 30, SparseSlotReader.InputSize);
        SparseReader reader = SparseReader.Create(1);
        reader.Predict(data.Sparse).ShouldBeTheBits(reader.Predict(data.Whole), "SparseReader");
        SparseSlotReader slotReader = SparseSlotReader.Create(1);
        slotReader.Predict(slots.Sparse).ShouldBeTheBits(slotReader.Predict(slots.Whole), "SparseSlotReader");
        float[] outputs = new float[30 * 3], expected = new float[30 * 3];
        slotReader.Predict(slots.Sparse, 10, outputs);
        slotReader.Predict(slots.Whole, 10, expected);
        outputs.ShouldBeTheBits(expected, "sequences");
    }

    [Fact]
    public void Another_bit_would_be_found()
    {
        SparseData data = SparseData.Random(4, 1, SparseReader.InputSize);
        SparseReader reader = SparseReader.Create(1);
        float[] other = [.. data.Whole];
        other[7] += 0.01f;
        Should.Throw<ShouldAssertException>(() => reader.Predict(data.Sparse).ShouldBeTheBits(reader.Predict(other), "another row"));
    }
}
