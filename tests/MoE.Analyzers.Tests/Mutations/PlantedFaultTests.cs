using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Generators;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Generators and analyzers with a fault each: what the mutations demand, they demand of these in vain.</summary>
public sealed class PlantedFaultTests
{
    private static readonly MutatedProgram Program = new("[MoE.MixtureOfExperts(4, 2), MoE.FeedForwardExpert(8, Count = 2)] public partial class Model;", NullableContextOptions.Enable, IsChecked: false);

    [Fact]
    public void Without_a_fault_nothing_is_found() => Complaints(new ModelGenerator(), []).ShouldBeEmpty();

    [Fact]
    public void A_crash_is_found() => Finds(new FaultyGenerator(_ => throw new InvalidOperationException("planted")), "the generator threw System.InvalidOperationException: planted");

    [Fact]
    public void Growth_is_found() => Finds(new FaultyGenerator(output => output.AddSource("Big.g.cs", "// " + new byte[300 << 20].Length)), "the generator allocated 30");

    [Fact]
    public void An_error_in_generated_text_is_found() => Finds(new FaultyGenerator(output => output.AddSource("Wrong.g.cs", "class Wrong : Missing;")), "only with the generated part: ");

    [Fact]
    public void What_never_ends_is_found() => Should.Throw<TimeoutException>(() =>
        Trial.Of(Program, new FaultyGenerator(_ => Thread.Sleep(TimeSpan.FromSeconds(3))).AsSourceGenerator(), [], TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData("MOE0101", "out of place: ")]
    [InlineData("MOE9999", "unknown rule: ")]
    public void An_analyzer_that_strays_is_found(string id, string complaint) =>
        Complaints(new ModelGenerator(), [new StrayingAnalyzer(id)]).ShouldContain(found => found.StartsWith(complaint, StringComparison.Ordinal));

    private static void Finds(IIncrementalGenerator generator, string complaint) =>
        Complaints(generator, []).ShouldHaveSingleItem().ShouldStartWith(complaint);

    private static string[] Complaints(IIncrementalGenerator generator, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        [.. Trial.Of(Program, generator.AsSourceGenerator(), [.. AllRules.Analyzers, .. analyzers], TimeSpan.FromMinutes(1)).Complaints()];
}
