using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class ModelChecksTests
{
    [Theory]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model;", true, false)]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 2), FeedForwardExpert] partial class Model;", false, false)]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 2), FeedForwardExpert(Count = 4), SoftGating] partial class Model;", true, false)]
    [InlineData("[MixtureOfExperts(4)] partial class Model;", false, false)]
    [InlineData("[MixtureOfExperts(4, 2), Expert<Missing>] partial class Model;", false, false)]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert, Gating<Missing>] partial class Model;", false, false)]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert, GatedExpert] partial class Model;", false, false)]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] class Model;", false, true)]
    [InlineData("class Outer { [MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model; }", false, true)]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] abstract partial class Model;", false, true)]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] partial struct Model;", false, true)]
    [InlineData("[MixtureOfExperts(4, 2), FeedForwardExpert] partial class Model { int TopK; }", false, true)]
    public void SayWhatIsEmitted(string source, bool isValid, bool blocksEmission)
    {
        ModelSpec model = Parse.One(source);
        EquatableArray<Finding> findings = ModelChecks.Run(model);
        ModelChecks.IsValid(model, findings).ShouldBe(isValid);
        ModelChecks.BlocksEmission(findings).ShouldBe(blocksEmission);
    }
}
