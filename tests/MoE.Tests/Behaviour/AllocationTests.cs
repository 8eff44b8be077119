using System;
using MoE.Tests.Models;
using MoE.Tests.Sparse;
using Shouldly;
using Xunit;

namespace MoE.Tests.Behaviour;

/// <summary>Nothing allocates once warm.</summary>
public class AllocationTests
{
    private const int Calls = 10_000;
    private static object? s_sink;

    private readonly TintClassifier _classifier = TintClassifier.Create(1);
    private readonly TwoKinds _regressor = TwoKinds.Create(1);
    private readonly float[] _rows = SampleData.Uniform(1, 40 * 63, 1f);
    private readonly float[] _outputs = new float[40 * 5];
    private readonly int[] _experts = new int[40 * 2];
    private readonly float[] _weights = new float[40 * 2];
    private readonly Tint[] _labels = new Tint[40];

    [Fact]
    public void Predict_of_one_row() => Allocated(() => _classifier.Predict(Rows(1), _outputs.AsSpan(0, 5))).ShouldBe(0);

    [Fact]
    public void Predict_of_many_rows() => Allocated(() => _classifier.Predict(Rows(40), _outputs)).ShouldBe(0);

    [Fact]
    public void Predict_on_two_threads() => Allocated(() => _classifier.Predict(Rows(40), _outputs, threads: 2)).ShouldBe(0);

    [Fact]
    public void Predict_of_one_row_that_two_threads_share()
    {
        LargeLayers model = LargeLayers.Create(1);
        float[] outputs = new float[LargeLayers.OutputSize];
        Allocated(() => model.Predict(_rows.AsSpan(0, LargeLayers.InputSize), outputs, threads: 2), Calls / 40).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(FormatShapes.Names), MemberType = typeof(FormatShapes))]
    public void Predict_in_each_weight_format(string name)
    {
        IFormatModel model = FormatShapes.Of(name).Create(1);
        float[] rows = SampleData.Inputs(model, 9), outputs = new float[9 * model.Outputs];
        Allocated(() =>
        {
            model.Predict(rows.AsSpan(0, model.Inputs), outputs.AsSpan(0, model.Outputs), 1);
            model.Predict(rows.AsSpan(0, model.Inputs), outputs.AsSpan(0, model.Outputs), 2);
            model.Predict(rows, outputs, 2);
        }, Calls / 100).ShouldBe(0);
    }

    [Fact]
    public void Classify_of_one_row() => Allocated(() => _classifier.Classify(Rows(1))).ShouldBe(0);

    [Fact]
    public void Classify_of_many_rows() => Allocated(() => _classifier.Classify(Rows(40), _labels)).ShouldBe(0);

    [Fact]
    public void Classify_on_two_threads() => Allocated(() => _classifier.Classify(Rows(40), _labels, threads: 2)).ShouldBe(0);

    [Fact]
    public void PredictProbabilities() => Allocated(() => _classifier.PredictProbabilities(Rows(40), _outputs)).ShouldBe(0);

    [Fact]
    public void Route() => Allocated(() => _classifier.Route(Rows(40), _experts, _weights)).ShouldBe(0);

    [Fact]
    public void A_model_with_two_kinds_of_experts() =>
        Allocated(() => _regressor.Predict(_rows.AsSpan(0, 17 * 40), _outputs.AsSpan(0, 3 * 40), threads: 2)).ShouldBe(0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Sparse_rows(int threads)
    {
        SparseData data = SparseData.Random(3, 40, SparseReader.InputSize), slots = SparseData.Random(3, 40, SparseSlotReader.InputSize);
        int[] indices = data.Indices, starts = data.Starts, slotIndices = slots.Indices, slotStarts = slots.Starts;
        float[] values = data.Values, slotValues = slots.Values;
        SparseReader reader = SparseReader.Create(1);
        SparseSlotReader slotReader = SparseSlotReader.Create(1);
        Allocated(
            () =>
            {
                reader.Predict(new SparseRows(indices, values, starts), _outputs.AsSpan(0, 160), threads);
                reader.Route(new SparseRows(indices, values, starts), _experts.AsSpan(0, 40), _weights.AsSpan(0, 40));
                slotReader.Predict(new SparseRows(slotIndices, slotValues, slotStarts), _outputs.AsSpan(0, 120), threads);
            },
            Calls / 40).ShouldBe(0);
    }

    [Fact]
    public void Fewer_rows_than_the_warm_call() => Allocated(() =>
    {
        for (int rows = 40; rows > 0; rows--)
            _classifier.Predict(Rows(rows), _outputs.AsSpan(0, rows * 5), threads: rows % 3);
    }, Calls / 40).ShouldBe(0);

    [Fact]
    public void An_allocation_would_be_found() => Allocated(() => s_sink = new object()).ShouldBeGreaterThan(0);

    private ReadOnlySpan<float> Rows(int count) => _rows.AsSpan(0, count * 63);

    // What a call allocates it allocates every time. What the runtime allocates on this thread's account comes once: a
    // thread that the busy pool starts, or the rest of an allocation quantum that a collection settles. So the least of
    // several measurements counts.
    private static long Allocated(Action call, int calls = Calls)
    {
        call();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 5 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int times = 0; times < calls; times++)
                call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
