using System.Linq;
using MoE.Generators.Planning;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>A block whose rows see each other says so in its plan, and nothing emitted takes a row out of its call.</summary>
public class RowsThatSeeEachOtherTests
{
    private const string Model = "using MoE; [MixtureOfExperts(4, 3), FeedForwardExpert(5, Count = 2), Training] public partial class M;";

    [Fact]
    public void The_library_is_told_and_one_row_is_a_call_like_any_other()
    {
        string text = Emitted(rowsSeeEachOther: true);
        text.ShouldContain("rowsSeeEachOther: true");
        text.ShouldContain("MixturePredictor.Predict(this, inputs, outputs, 1, 1);");
        text.ShouldNotContain("s_router.RouteRows");
    }

    [Fact]
    public void Rows_of_their_own_take_the_short_way()
    {
        string text = Emitted(rowsSeeEachOther: false);
        text.ShouldNotContain("rowsSeeEachOther");
        text.ShouldContain("s_router.RouteRows(1,");
    }

    private static string Emitted(bool rowsSeeEachOther)
    {
        Generation generation = Generation.Of(TestCompilation.Create(Model), new ModelGenerator(spec => Plan(spec, rowsSeeEachOther)));
        generation.Complaints.ShouldBeEmpty();
        return generation.Result.GeneratedSources.Single(source => source.HintName == "M.g.cs").SourceText.ToString();
    }

    private static ModelPlan Plan(ModelSpec spec, bool rowsSeeEachOther)
    {
        ModelPlan plan = ModelPlanner.Plan(spec);
        MixturePlan mixture = (MixturePlan)plan.Root;
        return plan with { Root = mixture with { Gate = mixture.Gate with { RowsSeeEachOther = rowsSeeEachOther } } };
    }
}
