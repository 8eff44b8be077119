using System;
using System.IO;
using System.Linq;
using MoE.Tests.Models;
using MoE.Tests.Processes;
using Shouldly;
using Xunit;

namespace MoE.Tests.Jit;

/// <summary>Law 5: no method of ours is so large that the JIT gives up optimizing it. Its own summary says so.</summary>
public class JitBudgetTests
{
#if DEBUG
    private const string? OnlyOptimized = "Debug builds are not optimized at all.";
#else
    private const string? OnlyOptimized = null;
#endif

    public static TheoryData<string, string> Legs => new() { { "DOTNET_EnableAVX512", "1" }, { "DOTNET_EnableAVX512", "0" }, { "DOTNET_EnableAVX2", "0" } };

    [Theory(Skip = OnlyOptimized)]
    [MemberData(nameof(Legs))]
    public void Every_method_is_optimized(string variable, string value)
    {
        string[] lines = Summary([.. Shapes.All.Concat(Shapes.Whole).Concat(Shapes.Grown).Concat(Shapes.Samples).Select(shape => shape.Name)], variable, value);
        lines.Count(line => line.Contains(" MoE.Generated.", StringComparison.Ordinal)).ShouldBeGreaterThan(5 * Shapes.All.Length, "methods of the generated kernels");
        Unoptimized(lines).ShouldBeEmpty();
    }

    [Fact(Skip = OnlyOptimized)]
    public void A_method_over_the_budget_would_be_found()
    {
        string[] lines = Summary([JitWorkload.Planted], "DOTNET_EnableAVX512", "1");
        Unoptimized(lines).ShouldHaveSingleItem().ShouldContain(OversizedMethod.TypeName);
    }

    private static string[] Unoptimized(string[] lines) => [.. lines.Where(line => line.Contains("MinOpts", StringComparison.Ordinal))];

    /// <summary>The lines of our methods; without tiers, so that every method is compiled as it will end up.</summary>
    private static string[] Summary(string[] workloads, string variable, string value)
    {
        string file = Path.GetTempFileName();
        try
        {
            ChildProcess.Run(
                ["jit", .. workloads],
                (variable, value), ("DOTNET_TieredCompilation", "0"), ("DOTNET_JitStdOutFile", file), ("DOTNET_JitDisasmSummary", "1"));
            return [.. File.ReadLines(file).Where(line => line.Contains(" MoE.", StringComparison.Ordinal))];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
