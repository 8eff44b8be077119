using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class UnsuitableClassTests
{
    private const string Attributes = "[MixtureOfExperts(4, 2), FeedForwardExpert]";

    [Theory]
    [InlineData("public partial class {|MOE0003:Model|}<T>;", "generic")]
    [InlineData("public static partial class {|MOE0003:Model|};", "static")]
    [InlineData("public abstract partial class {|MOE0003:Model|};", "abstract")]
    [InlineData("public partial record {|MOE0003:Model|};", "a record")]
    [InlineData("file partial class {|MOE0003:Model|};", "local to its file")]
    [InlineData("public partial class {|MOE0003:Model|}(int x) { int _x = x; }", "declared with a primary constructor")]
    [InlineData("public partial class {|MOE0003:Model|}();", "declared with a primary constructor")]
    public Task Triggers(string declaration, string reason) => Diagnose.Finds(
        $"{Attributes} {declaration}",
        $"'Model' cannot be a model: a model must not be {reason}");

    [Fact]
    public Task TriggersInAFileLocalClass() => Diagnose.Finds(
        "file partial class Outer { [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class {|MOE0003:Model|}; }",
        "'Model' cannot be a model: a model must not be local to its file");

    [Fact]
    public Task TriggersOnAModelThatDerivesFromOne() => Diagnose.Finds(
        """
        [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class First;
        public class Between : First;
        [MixtureOfExperts(4, 2), FeedForwardExpert] public partial class {|MOE0003:Second|} : Between;
        """,
        "'Second' cannot be a model: a model must not be derived from another model");

    [Fact]
    public Task TriggersOnAStructBesideTheCompiler() => Diagnose.Finds(
        "[MixtureOfExperts(4, 2), FeedForwardExpert] public partial struct {|MOE0003:Model|};",
        ["CS0592"],
        [],
        "'Model' cannot be a model: a model must not be anything but a class");

    [Theory]
    [InlineData(Attributes + "public sealed partial class Model;")]
    [InlineData(Attributes + "internal partial class Model : System.Collections.Generic.List<int>;")]
    [InlineData("partial class Outer<T> { " + Attributes + " private partial class Inner; }")]
    [InlineData("public abstract record NoModel<T>(T X);")]
    public Task DoesNotTrigger(string source) => Diagnose.FindsNothing(source);
}
