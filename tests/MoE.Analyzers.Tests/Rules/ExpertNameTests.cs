using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class ExpertNameTests
{
    private const string Taken = "an expert before has it already";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("3")]
    [InlineData("a b")]
    [InlineData("A-")]
    [InlineData("@A")]
    [InlineData("A.B")]
    [InlineData("value__")]
    [InlineData("A,B")]
    public Task TriggersOnWhatIsNoIdentifier(string name) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), GatedExpert(1, Name = {{|MOE0110:\"{name}\"|}})] partial class Model;",
        $"'{name}' cannot name an expert: it is not a C# identifier");

    [Theory]
    [InlineData("FeedForwardExpert(Name = \"A\"), GatedExpert(1, Name = {|MOE0110:\"A\"|})", "A")]
    [InlineData("GatedExpert(1, Name = \"A\", Count = 2), GatedExpert(1, Name = {|MOE0110:\"A1\"|})", "A1")]
    [InlineData("GatedExpert(1, Name = \"A1\"), GatedExpert(1, Name = {|MOE0110:\"A\"|}, Count = 2)", "A")]
    [InlineData("GatedExpert(1, Name = \"A\", Count = 2), GatedExpert(1, Name = {|MOE0110:\"A\"|}, Count = 3)", "A")]
    [InlineData("GatedExpert(1, Name = \"A\", Count = 11), GatedExpert(1, Name = {|MOE0110:\"A1\"|}, Count = 2)", "A1")]
    [InlineData("GatedExpert(1, Name = \"A1\", Count = 2), GatedExpert(1, Name = {|MOE0110:\"A\"|}, Count = 100_000)", "A")]
    public Task TriggersOnATakenName(string experts, string name) => Diagnose.Finds(
        $"[MixtureOfExperts(4, 2), {experts}] partial class Model;",
        $"'{name}' cannot name an expert: {Taken}");

    [Theory]
    [InlineData("GatedExpert(1), GatedExpert(1)")]
    [InlineData("GatedExpert(1, Name = null), GatedExpert(1, Name = \"A\")")]
    [InlineData("GatedExpert(1, Name = \"A\"), GatedExpert(1, Name = \"a\")")]
    [InlineData("GatedExpert(1, Name = \"class\"), GatedExpert(1, Name = \"Größe_1\")")]
    [InlineData("GatedExpert(1, Name = \"A\"), GatedExpert(1, Name = \"A\", Count = 9)")]
    [InlineData("GatedExpert(1, Name = \"A2\"), GatedExpert(1, Name = \"A\", Count = 2)")]
    [InlineData("GatedExpert(1, Name = \"A01\"), GatedExpert(1, Name = \"A\", Count = 2)")]
    [InlineData("GatedExpert(1, Name = \"A1\", Count = 2), GatedExpert(1, Name = \"A\", Count = 10)")]
    [InlineData("GatedExpert(1, Name = \"A0\", Count = 2), GatedExpert(1, Name = \"A\", Count = 10)")]
    public Task DoesNotTrigger(string experts) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4, 2), {experts}] partial class Model;");
}
