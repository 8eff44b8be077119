using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>A model with errors keeps its public members, so that the compiler says nothing where the rules have spoken; a class that cannot be a model gets nothing.</summary>
public class InvalidModelTests
{
    private const string Uses = """
        using System;
        using MoE;
        class User
        {
            object Use(float[] x, int[] experts)
            {
                M m = M.Create(seed: 1);
                m = M.Load("path");
                m = M.Load("path", "prefix");
                m.Save("path");
                m.Predict(x, x, threads: 2);
                m.Route(x, experts, x);
                m.PredictExpert(0, x, x);
                m.GetParameter("name", x);
                m.SetParameter("name", x);
                return (m.Predict(x), M.Parameters, 0L + M.InputSize + M.OutputSize + M.ExpertCount + M.TopK + M.ParameterCount + M.ActiveParameterCount + M.FlopsPerRow);
            }
            static int Sizes<T>() where T : IMixtureOfExperts<T> => T.InputSize;
            int Generic() => Sizes<M>();
        }
        """;

    private const string TrainingUses = "class Trainer { void Use(M m, float[] x) { m.Fit(x, x, new MoE.FitOptions()); m.ComputeGradients(x, x, m.CreateGradients()); m.Evaluate(x, x); } }";

    private const string ClassifierUses = "class Classifies { void Use(M m, float[] x, Kind[] y) { y[0] = m.Classify(x); m.Classify(x, y); m.PredictProbabilities(x, x); m.Fit(x, y); m.Evaluate(x, y); } }";

    [Theory]
    [InlineData("[MixtureOfExperts(4, 3, TopK = 9), FeedForwardExpert(5)]")]
    [InlineData("[MixtureOfExperts(4, 3, TopK = 0), FeedForwardExpert(5)]")]
    [InlineData("[MixtureOfExperts(4, 3)]")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert(5, Count = 2)]")]
    [InlineData("[MixtureOfExperts(0, 3), FeedForwardExpert(5, Count = 2)]")]
    [InlineData("[MixtureOfExperts(-4, -3), FeedForwardExpert(5, Count = 2)]")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(0, Count = -2)]")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5, Count = 2, Name = \"not a name\")]")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5, Count = 2, Dropout = 1.5)]")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5, Count = 2, Activation = (Activation)99)]")]
    [InlineData("[MixtureOfExperts(4, 3), SoftmaxGating(Temperature = double.NaN), FeedForwardExpert(5, Count = 2)]")]
    [InlineData("[MixtureOfExperts(4, 3, CapacityFactor = -1), FeedForwardExpert(5, Count = 2)]")]
    [InlineData("[MixtureOfExperts(2147483647, 2147483647), FeedForwardExpert(0, 2147483647, Count = 2147483647), GatedExpert(0, Count = 2147483647)]")]
    public void Its_members_are_there(string attributes)
    {
        Throwing($"using MoE; {attributes} public partial class M;", Uses);
        Throwing($"using MoE; {attributes} [Training] public partial class M;", Uses, TrainingUses);
    }

    [Theory]
    [InlineData("[MixtureOfExperts(4, TopK = 9), FeedForwardExpert(5)]", "{ A, B }")]
    [InlineData("[MixtureOfExperts(4, 7), FeedForwardExpert(5, Count = 2)]", "{ A, B }")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert(5, Count = 2)]", "{ A, B = A }")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert(5, Count = 2)]", "{ A }")]
    [InlineData("[MixtureOfExperts(4), FeedForwardExpert(5, Count = 2)]", "{ }")]
    public void A_classifier_s_members_are_there(string attributes, string members) =>
        Throwing($"using MoE; public enum Kind {members} {attributes} [Classifier<Kind>, Training] public partial class M;", Uses, ClassifierUses);

    /// <summary>MOE0115, and no CS0050 or CS0051 inside the generated part, which would silence it.</summary>
    [Fact]
    public void What_shows_an_enum_that_fewer_can_see_is_left_out() => Throwing(
        "using MoE; internal enum Kind { A, B } [MixtureOfExperts(4), FeedForwardExpert(5, Count = 2), Classifier<Kind>, Training] public partial class M;", Uses);

    [Fact]
    public void The_names_of_its_experts_are_there() => Throwing(
        "using MoE; [MixtureOfExperts(4, 3, TopK = 9), FeedForwardExpert(5, Name = \"A\"), FeedForwardExpert(5, Name = \"B\", Count = 2)] public partial class M;",
        Uses, "class Names { int Use() => (int)M.Expert.A + (int)M.Expert.B1; }");

    [Fact]
    public void The_usable_names_of_its_experts_are_there() => Throwing(
        "using MoE; [MixtureOfExperts(4, 3), FeedForwardExpert(5, Name = \"A\"), FeedForwardExpert(5, Name = \"A\"), GatedExpert(5, Name = \"1\")] public partial class M;",
        Uses, "class Names { int Use() => (int)M.Expert.A; }");

    /// <summary>MOE0001, 0002, 0003 and 0007.</summary>
    [Theory]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public class M { }")]
    [InlineData("public class Outer { [MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class M { } }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class M<T> { }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public static partial class M { }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public abstract partial class M { }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial record M { }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] file partial class M { }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class M(int x) { public int X => x; }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class M { public int TopK => 1; }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class M { private void Predict() { } }")]
    [InlineData("[MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class Expert { }")]
    [InlineData("[global::MoE.MixtureOfExperts(4, 3), global::MoE.FeedForwardExpert(5), global::MoE.Training] public partial class M { private int Fit; }")]
    public void What_cannot_be_a_model_gets_nothing(string declaration)
    {
        Generation generation = Generation.Of("using MoE;\n" + declaration);
        generation.Result.GeneratedSources.ShouldBeEmpty();
        generation.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public void What_hides_the_namespace_MoE_leaves_nothing_to_emit() =>
        Generation.Of("using MoE; namespace N { [MixtureOfExperts(4, 3), FeedForwardExpert(5)] public partial class M { } } public class MoE { }").Result.GeneratedSources.ShouldBeEmpty();

    /// <summary>The generator must live, or the compiler's CS8785 is all that a user sees.</summary>
    [Theory]
    [InlineData("[MixtureOfExperts(2147483647, 2147483647), FeedForwardExpert(2147483647)]")]
    [InlineData("[MixtureOfExperts(1000000, 1000000), GatedExpert(1000000, Count = 2)]")]
    [InlineData("[MixtureOfExperts(2, 3), FeedForwardExpert(2, Count = 2147483647)]")]
    [InlineData("[MixtureOfExperts(2, 3), FeedForwardExpert(2, Count = 2147483647, Name = \"E\")]")]
    public void Sizes_beyond_any_machine_do_not_stop_the_generator(string attributes) =>
        Generation.Of($"using MoE; {attributes} public partial class M;", Uses).Complaints.ShouldBeEmpty();

    private static void Throwing(params string[] sources)
    {
        Generation generation = Generation.Of(sources);
        generation.Complaints.ShouldBeEmpty();
        string text = generation.Result.GeneratedSources.ShouldHaveSingleItem().SourceText.ToString();
        text.ShouldContain("has errors: see the MOE diagnostics");
    }
}
