using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class LossDoesNotFitTests
{
    [Theory]
    [InlineData("MixtureOfExperts(4, 2)", "CrossEntropy", "CrossEntropy needs labels, but the model is no classifier: add [Classifier<TEnum>] or use MeanSquared")]
    [InlineData("MixtureOfExperts(4), Classifier<DayOfWeek>", "MeanSquared", "MeanSquared compares numbers, but a classifier has labels: use CrossEntropy or Auto")]
    public Task Triggers(string model, string loss, string message) => Diagnose.Finds(
        $$"""[{{model}}, FeedForwardExpert, Training(Loss = {|MOE0117:Loss.{{loss}}|})] partial class Model;""",
        message);

    [Theory]
    [InlineData("MixtureOfExperts(4, 2)", "MeanSquared")]
    [InlineData("MixtureOfExperts(4, 2)", "Auto")]
    [InlineData("MixtureOfExperts(4), Classifier<DayOfWeek>", "CrossEntropy")]
    [InlineData("MixtureOfExperts(4), Classifier<DayOfWeek>", "Auto")]
    public Task DoesNotTrigger(string model, string loss) => Diagnose.FindsNothing(
        $"[{model}, FeedForwardExpert, Training(Loss = Loss.{loss})] partial class Model;");
}
