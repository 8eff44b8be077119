using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class CallLengthTests
{
    private const string Model =
        "public enum Side { Left, Right } [MixtureOfExperts(4, TopK = 2), FeedForwardExpert(8, Count = 3), Classifier<Side>, Training] public partial class Model; " +
        "[MixtureOfExperts(4, SparseInputs = true), FeedForwardExpert(8, Count = 3), Classifier<Side>] public partial class Sparse;";

    [Theory]
    [InlineData("model.Predict({|MOE0401:new float[3]|});", "'inputs' has 3 element(s), but 'Model' takes whole rows of 4")]
    [InlineData("model.Predict({|MOE0401:[1, 2, 3, 4, 5]|});", "'inputs' has 5 element(s), but 'Model' takes whole rows of 4")]
    [InlineData("model.Predict({|MOE0401:stackalloc float[Width]|}, new float[2]);", "'inputs' has 6 element(s), but 'Model' takes whole rows of 4")]
    [InlineData("model.Predict(new float[8], {|MOE0401:new float[2]|});", "'outputs' has 2 element(s), but 'Model' takes 4: 2 for each of 2 row(s)")]
    [InlineData("model.Predict(any, {|MOE0401:new[] { 1f }|});", "'outputs' has 1 element(s), but 'Model' takes whole rows of 2")]
    [InlineData("Span<float> row = stackalloc float[3]; model.Classify({|MOE0401:row|});", "'input' has 3 element(s), but 'Model' takes one row of 4")]
    [InlineData("float[] rows = new float[8]; model.Classify({|MOE0401:rows|});", "'input' has 8 element(s), but 'Model' takes one row of 4")]
    [InlineData("model.Classify({|MOE0401:any.AsSpan(0, 3)|});", "'input' has 3 element(s), but 'Model' takes one row of 4")]
    [InlineData("model.Classify(new float[8], {|MOE0401:new Side[1]|});", "'labels' has 1 element(s), but 'Model' takes 2: 1 for each of 2 row(s)")]
    [InlineData("model.Route(new float[4], new int[2], {|MOE0401:new float[3]|});", "'weights' has 3 element(s), but 'Model' takes 2: 2 for each of 1 row(s)")]
    [InlineData("model.Fit({|MOE0401:new float[10]|}, labels);", "'inputs' has 10 element(s), but 'Model' takes whole rows of 4")]
    [InlineData("model.FitGateToLosses(new float[8], {|MOE0401:new float[3]|});", "'expertLosses' has 3 element(s), but 'Model' takes 6: 3 for each of 2 row(s)")]
    [InlineData("model.Predict(outputs: {|MOE0401:new float[3]|}, inputs: any);", "'outputs' has 3 element(s), but 'Model' takes whole rows of 2")]
    [InlineData("sparse.Predict(new SparseRows([1, 2], new float[2], [0, 2]), {|MOE0401:new float[3]|});", "'outputs' has 3 element(s), but 'Sparse' takes whole rows of 2")]
    public Task Triggers(string call, string message) => Diagnose.FindsInCalls(Within(call), message);

    [Theory]
    [InlineData("model.Predict(new float[4]); model.Predict([]); model.Predict(any); model.Predict([.. any]);")]
    [InlineData("model.Predict(new float[3 * Model.InputSize], new float[3 * Model.OutputSize]);")]
    [InlineData("float[] rows = new float[3]; rows = any; model.Classify(rows);")]
    [InlineData("float[] rows = new float[3]; Fill(ref rows); model.Classify(rows);")]
    [InlineData("model.Classify(any.AsSpan(4)); model.Classify(any.AsSpan(0, 4)); model.Classify(any[..3]);")]
    [InlineData("Other.Predict(new float[3]);")]
    [InlineData("SparseRows rows = new(new int[3], new float[3], new int[2]); sparse.Predict(rows, new float[2]); sparse.Classify(rows); sparse.Classify(rows, labels);")]
    public Task DoesNotTrigger(string call) => Diagnose.FindsInCalls(Within(call));

    [Theory]
    [InlineData("{|MOE0401:new float[5]|}", "new float[2]", "'input' has 5 element(s), but 'Model' takes one row of 4")]
    [InlineData("new float[4]", "{|MOE0401:new float[3]|}", "'output' has 3 element(s), but 'Model' takes one row of 2")]
    [InlineData("new float[4]", "new float[2]")]
    public Task AStepTakesOneRow(string input, string output, params string[] messages) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), Backbone(8, 2), MambaMixer, FeedForwardExpert(Count = 2)] partial class Model; class User {{ static void Run(Model model) => model.Step({input}, {output}); }}",
        [],
        [("Model.g.cs", "partial class Model { public const int InputSize = 4, OutputSize = 2; public void Step(ReadOnlySpan<float> input, Span<float> output) { } }")],
        messages);

    private static string Within(string call) => $$"""
        {{Model}}
        static class Other { public static void Predict(float[] inputs) { } }
        class User
        {
            const int Width = 6;
            static void Fill(ref float[] rows) => rows = new float[4];
            static void Run(Model model, Sparse sparse, float[] any, Side[] labels) { {{call}} }
        }
        """;
}
