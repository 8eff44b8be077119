using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class RowByRowTests
{
    private const string Model =
        "public enum Side { Left, Right } [MixtureOfExperts(4, TopK = 2), FeedForwardExpert(8, Count = 3), Classifier<Side>] public partial class Model; " +
        "[MixtureOfExperts(4, SparseInputs = true), FeedForwardExpert(8, Count = 3), Classifier<Side>] public partial class Sparse;";

    [Theory]
    [InlineData("for (int row = 0; row < 9; row++) model.{|MOE0403:Classify|}(any.AsSpan(row * 4, 4));", "Classify")]
    [InlineData("foreach (float[] row in jagged) { if (row.Length == 4) sides.Add(model.{|MOE0403:Classify|}(row)); }", "Classify")]
    [InlineData("for (int row = 0; row < 9; row++) { model.{|MOE0403:Predict|}(any.AsSpan(row * Model.InputSize, Model.InputSize), outputs); }", "Predict")]
    [InlineData("for (int row = 0; row < 9; row++) model.{|MOE0403:PredictProbabilities|}(any.AsSpan().Slice(4 * row, 4), outputs);", "PredictProbabilities")]
    [InlineData("foreach (int[] columns in texts) sides.Add(sparse.{|MOE0403:Classify|}(new SparseRows(columns, any, columns)));", "Classify")]
    public Task Triggers(string loop, string name) => Diagnose.FindsInCalls(
        Within(loop), $"'{name}' takes one row of the loop at a time: one call with all rows is faster, for many rows share each weight that is read");

    [Theory]
    [InlineData("model.Classify(any); while (true) model.Classify(any);")]
    [InlineData("for (int step = 0; step < 9; step++) { model.Predict(any, outputs); outputs.CopyTo(any, 0); }")]
    [InlineData("for (int step = 0; step < 9; step++) sides.Add(model.Classify(any));")]
    [InlineData("foreach (float[] batch in jagged) model.Predict(batch, outputs);")]
    [InlineData("for (int batch = 0; batch < 9; batch++) model.Predict(any.AsSpan(batch * 400, 400), outputs);")]
    [InlineData("foreach (float[] row in jagged) { Action later = () => model.Classify(row); }")]
    [InlineData("foreach (int[] columns in texts) sparse.Predict(new SparseRows(columns, any, columns), outputs);")]
    public Task DoesNotTrigger(string loop) => Diagnose.FindsInCalls(Within(loop));

    [Theory]
    [InlineData("Backbone(8, 2), MambaMixer, FeedForwardExpert(8, Count = 2)")]
    [InlineData("FeedForwardExpert(8), MambaExpert, HashGating")]
    public Task StepsAreNotAllInOneCall(string rest) => Diagnose.FindsInCalls(
        $$"""
        [MixtureOfExperts(4, 2), {{rest.Replace("MambaExpert", "{|MOE0135:MambaExpert|}")}}] public partial class Model;
        class User { static void Run(Model model, float[] any, float[] outputs) { for (int row = 0; row < 9; row++) model.Predict(any.AsSpan(row * 4, 4), outputs); } }
        """,
        rest.Contains("MambaExpert") ? ["'Model' has a Mamba expert, so the rows of a call are the steps of one sequence, in order: say the length where a call has several"] : []);

    private static string Within(string loop) => $$"""
        {{Model}}
        class User
        {
            static void Run(Model model, Sparse sparse, int[][] texts, float[] any, float[] outputs, float[][] jagged, System.Collections.Generic.List<Side> sides) { {{loop}} }
        }
        """;
}
