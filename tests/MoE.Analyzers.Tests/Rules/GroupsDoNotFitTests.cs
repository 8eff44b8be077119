using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class GroupsDoNotFitTests
{
    [Theory]
    [InlineData("TopK = 2", "SigmoidGating(GroupCount = {|MOE0106:3|})", "GroupCount is 3, which does not divide the 8 experts into equal groups")]
    [InlineData("TopK = 2", "SoftmaxGating(GroupCount = 2, GroupTopK = {|MOE0106:3|})", "GroupTopK is 3, but there are 2 groups")]
    [InlineData("TopK = {|MOE0106:5|}", "SoftmaxGating(GroupCount = 4, GroupTopK = 2)", "TopK is 5, but the 2 groups that are kept hold 4 experts")]
    public Task Triggers(string topK, string gating, string message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2, {topK}), {gating}, FeedForwardExpert(Count = 8)] partial class Model;", message);

    [Theory]
    [InlineData("SigmoidGating(GroupCount = 4, GroupTopK = 2)")]
    [InlineData("SoftmaxGating(GroupCount = 8, GroupTopK = 4)")]
    [InlineData("SoftmaxGating")]
    public Task DoesNotTrigger(string gating) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2, TopK = 4), {gating}, FeedForwardExpert(Count = 8)] partial class Model;");
}
