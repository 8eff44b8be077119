using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class CallIsSequenceTests
{
    private const string Message = "'Model' has a Mamba expert, so the rows of a call are the steps of one sequence, in order: say the length where a call has several";

    [Theory]
    [InlineData("{|MOE0135:MambaExpert|}, FeedForwardExpert")]
    [InlineData("FeedForwardExpert, {|MOE0135:MambaExpert(Count = 2, Name = \"Slow\")|}, MambaExpert(StateSize = 8)")]
    public Task Triggers(string experts) => Diagnose.Finds($"[MixtureOfExperts(4, 2), {experts}] partial class Model;", Message);

    [Theory]
    [InlineData("Backbone(8, 2), AttentionMixer(2), MambaExpert(Count = 2)")]
    [InlineData("FeedForwardExpert(Count = 2), ExpertChoiceGating")]
    public Task DoesNotTrigger(string rest) => Diagnose.FindsNothing($"[MixtureOfExperts(4, 2), {rest}] partial class Model;");
}
