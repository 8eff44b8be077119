using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class UndefinedChoiceTests
{
    [Theory]
    [InlineData("FeedForwardExpert(Activation = {|MOE0121:(Activation)99|})", "Activation is 99, which is no member of Activation")]
    [InlineData("GatedExpert(1, Activation = {|MOE0121:(Activation)(-1)|})", "Activation is -1, which is no member of Activation")]
    [InlineData("GatedExpert(1), SoftmaxGating(Weighting = {|MOE0121:(GateWeighting)3|})", "Weighting is 3, which is no member of GateWeighting")]
    [InlineData("GatedExpert(1), Training(Loss = {|MOE0121:(Loss)3|})", "Loss is 3, which is no member of Loss")]
    [InlineData("GatedExpert(1), Training(LoadBalance = {|MOE0121:(LoadBalance)77|})", "LoadBalance is 77, which is no member of LoadBalance")]
    [InlineData("GatedExpert(1), MambaMixer, Backbone(8, 2, Norm = {|MOE0121:(Norm)2|})", "Norm is 2, which is no member of Norm")]
    [InlineData("GatedExpert(1), MambaMixer, Backbone(8, 2, DenseActivation = {|MOE0121:(Activation)99|})", "DenseActivation is 99, which is no member of Activation")]
    public Task Triggers(string attributes, string message) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), {attributes}] partial class Model;", message);

    [Theory]
    [InlineData("FeedForwardExpert(Activation = Activation.Identity)")]
    [InlineData("GatedExpert(1, Activation = (Activation)1), SoftmaxGating(Weighting = GateWeighting.OverAll)")]
    [InlineData("GatedExpert(1), Training(Loss = Loss.MeanSquared, LoadBalance = LoadBalance.None)")]
    public Task DoesNotTrigger(string attributes) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), {attributes}] partial class Model;");
}
