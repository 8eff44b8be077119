using System.Threading.Tasks;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class ClassifierEnumTests
{
    [Theory]
    [InlineData("[Flags] enum Kind { A, B }", "its values are [Flags], not alternatives")]
    [InlineData("enum Kind { A, B, C = A, D = 1 }", "C, D repeats the value of another member")]
    [InlineData("enum Kind : byte { A, B = 0 }", "B repeats the value of another member")]
    [InlineData("enum Kind { A }", "it has fewer than two members")]
    [InlineData("enum Kind;", "it has fewer than two members")]
    public Task Triggers(string kind, string reason) => Diagnose.Finds(
        $"[MixtureOfExperts(4), FeedForwardExpert, Classifier<{{|MOE0115:Kind|}}>] partial class Model; {kind}",
        $"'Kind' cannot name classes: {reason}");

    [Theory]
    [InlineData("public partial class Model; enum Kind { A, B }")]
    [InlineData("partial class Model; file enum Kind { A, B }")]
    public Task TriggersOnALessVisibleEnum(string declarations) => Diagnose.Finds(
        $"[MixtureOfExperts(4), FeedForwardExpert, Classifier<{{|MOE0115:Kind|}}>] {declarations}",
        "'Kind' cannot name classes: it is less visible than Model, whose members show it");

    [Theory]
    [InlineData("Outer<Secret>.Kind")]
    [InlineData("Outer<Secret[]>.Kind")]
    [InlineData("Outer<System.Collections.Generic.List<Secret>>.Kind")]
    public Task TriggersOnALessVisibleTypeArgument(string kind) => Diagnose.Finds(
        $"[MixtureOfExperts(4), FeedForwardExpert, Training, Classifier<{{|MOE0115:{kind}|}}>] public partial class Model; class Secret; public class Outer<T> {{ public enum Kind {{ A, B }} }}",
        $"'{kind}' cannot name classes: it is less visible than Model, whose members show it");

    [Theory]
    [InlineData("private", "internal")]
    [InlineData("private", "protected")]
    [InlineData("protected", "internal")]
    [InlineData("protected", "public")]
    [InlineData("internal", "protected")]
    [InlineData("private protected", "protected")]
    [InlineData("private protected", "internal")]
    [InlineData("internal", "protected internal")]
    [InlineData("protected", "protected internal")]
    public Task TriggersOnALessVisibleNestedEnum(string kind, string model) => Diagnose.Finds(
        $$"""
        public partial class Outer
        {
            {{kind}} enum Kind { A, B }
            [MixtureOfExperts(4), FeedForwardExpert, Classifier<{|MOE0115:Kind|}>] {{model}} partial class Model;
        }
        """,
        "'Outer.Kind' cannot name classes: it is less visible than Model, whose members show it");

    [Theory]
    [InlineData("private", "private")]
    [InlineData("internal", "private")]
    [InlineData("internal", "private protected")]
    [InlineData("protected", "private")]
    [InlineData("protected", "protected")]
    [InlineData("protected", "private protected")]
    [InlineData("protected internal", "internal")]
    [InlineData("protected internal", "protected")]
    [InlineData("public", "public")]
    public Task DoesNotTriggerOnAnEnumAsVisible(string kind, string model) => Diagnose.FindsNothing(
        $$"""
        public partial class Outer
        {
            {{kind}} enum Kind { A, B }
            [MixtureOfExperts(4), FeedForwardExpert, Classifier<Kind>] {{model}} partial class Model;
        }
        """);

    [Theory]
    [InlineData("Kind", "partial class Model; enum Kind { B = 5, A = -5 }")]
    [InlineData("DayOfWeek", "public partial class Model;")]
    [InlineData("Outer<int>.Kind", "public partial class Model; public class Outer<T> { public enum Kind { A, B } }")]
    public Task DoesNotTrigger(string kind, string declarations) => Diagnose.FindsNothing(
        $"[MixtureOfExperts(4), FeedForwardExpert, Classifier<{kind}>] {declarations}");
}
