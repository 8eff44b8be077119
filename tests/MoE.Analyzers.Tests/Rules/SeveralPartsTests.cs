using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class SeveralPartsTests
{
    private const string Message = "Experts of 'Model' stand on another part of the class as well: their order would be that of the files. Declare all of them on one part";

    [Fact]
    public Task Triggers() => Diagnose.Finds(
        """
        [MixtureOfExperts(4, 2, TopK = 2), FeedForwardExpert(8)] partial class Model;
        [{|MOE0004:GatedExpert(8)|}, FeedForwardExpert(16)] partial class Model;
        """,
        Message);

    [Fact]
    public Task TriggersOnTheLaterOfTwoOfOneKind() => Diagnose.Finds(
        """
        namespace N;
        partial class Outer<T>
        {
            [FeedForwardExpert(8)] partial class Model { void F() { } }
            [{|MOE0004:FeedForwardExpert(16)|}, MixtureOfExperts(4, 2, TopK = 2)] partial class Model { }
        }
        """,
        Message);

    [Theory]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 2)] partial class Model; [FeedForwardExpert(8), GatedExpert(8)] partial class Model; [Training] partial class Model;")]
    [InlineData("[MixtureOfExperts(4, 2, TopK = 2)] [FeedForwardExpert(8)] [FeedForwardExpert(16)] partial class Model; partial class Model { void F() { } }")]
    public Task DoesNotTrigger(string source) => Diagnose.FindsNothing(source);
}
