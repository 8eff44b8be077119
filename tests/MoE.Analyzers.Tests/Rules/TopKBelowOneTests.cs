using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class TopKBelowOneTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("int.MinValue", int.MinValue)]
    public Task Triggers(string topK, int? value = null) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, TopK = {{|MOE0102:{topK}|}}), FeedForwardExpert] public partial class Model;",
        $"TopK is {value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? topK}, but a row needs at least one expert");

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public Task DoesNotTrigger(string topK) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2, TopK = {topK}), FeedForwardExpert(Count = 2)] public partial class Model;");
}
