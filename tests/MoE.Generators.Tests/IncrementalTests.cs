using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>What is done again after an edit, by the reasons of the pipeline's steps.</summary>
public class IncrementalTests
{
    private const string Model = """
        using MoE;
        namespace Shop;
        // Before.
        [MixtureOfExperts(4, TopK = 2), FeedForwardExpert(3, Count = 2, Name = "Part"), Classifier<Kind>, Training]
        public partial class Triage;
        public class Other { public int Method() => 1; }
        """;

    private const string Enum = "namespace Shop; public enum Kind { A, B }";
    private const string Unrelated = "public class Unrelated { public int X => 1; }";

    [Theory]
    [InlineData(2, "X => 1", "X => 2")]
    [InlineData(2, "class Unrelated", "class Renamed")]
    [InlineData(0, "// Before.", "// After, and longer.")]
    [InlineData(0, "Method() => 1", "Method() => 17")]
    [InlineData(0, "public class Other", "public class Another")]
    [InlineData(1, "{ A, B }", "{ A,   B }")]
    public void An_edit_elsewhere_emits_nothing_anew(int file, string old, string replacement)
    {
        Generation again = Edited(file, old, replacement);
        Reason(again).ShouldBeOneOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
        Emissions(again).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData(0, "TopK = 2", "TopK = 1")]
    [InlineData(0, "Count = 2", "Count = 3")]
    [InlineData(0, "FeedForwardExpert(3", "FeedForwardExpert(5")]
    [InlineData(0, "\"Part\"", "\"Piece\"")]
    [InlineData(0, ", Training", "")]
    [InlineData(0, ", Training]", ", Training(LoadBalanceWeight = 0.5)]")]
    [InlineData(0, "namespace Shop;", "namespace Shop.Inner;")]
    [InlineData(0, "Classifier<Kind>", "Classifier<System.DayOfWeek>")]
    [InlineData(1, "A, B", "A, B, C")]
    [InlineData(1, "A, B", "B, A")]
    public void What_emission_reads_is_emitted_anew(int file, string old, string replacement)
    {
        Generation again = Edited(file, old, replacement);
        Reason(again).ShouldBe(IncrementalStepRunReason.Modified);
        Emissions(again).ShouldContain(IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void One_model_s_edit_leaves_another_alone()
    {
        const string Second = "[MoE.MixtureOfExperts(4, 2), MoE.FeedForwardExpert(3, Count = 2)] public partial class Second;";
        Compilation compilation = TestCompilation.Create(Model, Enum, Second);
        Generation again = Generation.Of(compilation).After(compilation.Edit(2, text => text.Replace("Count = 2", "Count = 4", StringComparison.Ordinal)));
        again.ParseSteps.Select(step => step.Outputs.Single().Reason).ShouldBe(
            [IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Modified], ignoreOrder: true);
    }

    [Fact]
    public void An_edit_elsewhere_changes_no_step()
    {
        Compilation compilation = TestCompilation.Create(Model, Enum, Unrelated);
        Generation again = Generation.Of(compilation).After(compilation.Edit(2, text => text + " "));
        string[] ours = [StepNames.Parse, StepNames.Emit, StepNames.Shapes, StepNames.Kernels];
        again.Result.TrackedSteps.Where(steps => ours.Contains(steps.Key)).SelectMany(steps => steps.Value)
            .SelectMany(step => step.Outputs).Select(output => output.Reason)
            .ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void Only_the_edited_model_brings_other_kernels()
    {
        const string Before = "[MoE.MixtureOfExperts(6, 2), MoE.FeedForwardExpert(3, Count = 2)] public partial class Before;";
        const string After = "[MoE.MixtureOfExperts(7, 2), MoE.FeedForwardExpert(3, Count = 2)] public partial class After;";
        Compilation compilation = TestCompilation.Create(Before, Model, Enum, After);
        Generation again = Generation.Of(compilation).After(compilation.Edit(1, text => text.Replace("FeedForwardExpert(3,", "FeedForwardExpert(3, 9,", StringComparison.Ordinal)));
        again.Result.TrackedSteps[StepNames.Kernels].SelectMany(step => step.Outputs).Count(output => output.Reason == IncrementalStepRunReason.Modified)
            .ShouldBe(1);
    }

    [Theory]
    [InlineData("Training(LoadBalanceWeight = 0.5)", 1)]
    [InlineData("FeedForwardExpert(500)", 2)]
    public void Of_a_hundred_models_the_edited_one_is_emitted_anew(string attribute, int files)
    {
        const int Edited = 50;
        Compilation compilation = TestCompilation.Create([.. Enumerable.Range(0, 100).Select(index =>
            $"[MoE.MixtureOfExperts({3 + index}, 2), MoE.FeedForwardExpert(3), MoE.GatedExpert({1 + (index % 3)}), MoE.Training] public partial class M{index};")]);
        string replaced = attribute.StartsWith("Training", StringComparison.Ordinal) ? "Training" : "FeedForwardExpert(3)";
        Generation again = Generation.Of(compilation).After(compilation.Edit(Edited, text => text.Replace("MoE." + replaced, "MoE." + attribute, StringComparison.Ordinal)));

        Modified(again, StepNames.Parse).ShouldBe(1);
        Modified(again, StepNames.Emit).ShouldBe(1);
        Modified(again, StepNames.Kernels).ShouldBe(files - 1);
        Emissions(again).Count(reason => reason != IncrementalStepRunReason.Cached).ShouldBe(files);
    }

    [Fact]
    public void An_edit_elsewhere_emits_no_kernels_anew()
    {
        Compilation compilation = TestCompilation.Create(Model, Enum, Unrelated);
        Generation first = Generation.Of(compilation);
        first.Result.GeneratedSources.ShouldContain(source => source.HintName == "Shop.Triage-Kernels.g.cs");
        Generation again = first.After(compilation.Edit(2, text => text + " "));
        again.Result.TrackedSteps[StepNames.Kernels].SelectMany(step => step.Outputs).ShouldAllBe(output => output.Reason == IncrementalStepRunReason.Cached);
        Emissions(again).Length.ShouldBe(2);
        Emissions(again).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void A_run_after_an_edit_gives_what_a_fresh_run_gives()
    {
        Compilation edited = TestCompilation.Create(Model, Enum, Unrelated).Edit(1, text => text.Replace("A, B", "A, B, C", StringComparison.Ordinal));
        Texts(Generation.Of(Model, Enum, Unrelated).After(edited)).ShouldBe(Texts(Generation.Of(edited)));
    }

    private static Generation Edited(int file, string old, string replacement)
    {
        Compilation compilation = TestCompilation.Create(Model, Enum, Unrelated);
        Compilation edited = compilation.Edit(file, text => text.Replace(old, replacement, StringComparison.Ordinal));
        edited.SyntaxTrees.ElementAt(file).ToString().ShouldNotBe(compilation.SyntaxTrees.ElementAt(file).ToString());
        return Generation.Of(compilation).After(edited);
    }

    private static IncrementalStepRunReason Reason(Generation generation) =>
        generation.ParseSteps.ShouldHaveSingleItem().Outputs.ShouldHaveSingleItem().Reason;

    private static int Modified(Generation generation, string step) =>
        generation.Result.TrackedSteps[step].SelectMany(one => one.Outputs).Count(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));

    private static IncrementalStepRunReason[] Emissions(Generation generation) =>
        [.. generation.Result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason)];

    private static string[] Texts(Generation generation) =>
        [.. generation.Result.GeneratedSources.Select(source => source.SourceText.ToString())];
}
