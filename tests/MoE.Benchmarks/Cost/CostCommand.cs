using System.CommandLine;
using System.Linq;
using MoE.Benchmarks.Compiling;

namespace MoE.Benchmarks.Cost;

/// <summary><c>cost</c>: what models add to a project's source, assembly and compile time.</summary>
internal static class CostCommand
{
    private static readonly ModelShape s_small = new(Gated: false, Inputs: 16, Hidden: 8, Experts: 3, TopK: 2);

    private static readonly ModelProject[] s_single =
    [
        new("3 experts, training", [s_small]),
        new("3 experts", [s_small with { Training = false }]),
        new("64 experts, training", [new(Gated: false, Inputs: 64, Hidden: 32, Experts: 64, TopK: 2)]),
    ];

    public static Command Create()
    {
        Option<int[]> models = RunOptions.Models(100);
        Option<int> rounds = RunOptions.Rounds(3);
        var command = new Command("cost", "Measures what each model adds to lines, assembly and compile time.") { models, rounds };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(models), parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(int[] models, int rounds)
    {
        foreach (ModelProject project in models.SelectMany(count => new[] { ModelProject.Different(count), ModelProject.Equal(count) }).Concat(s_single))
            JsonLine.Print(CostMeasurement.Measure(project, rounds));
    }
}
