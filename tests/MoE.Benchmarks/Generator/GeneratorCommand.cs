using System;
using System.CommandLine;
using System.Linq;
using MoE.Benchmarks.Compiling;

namespace MoE.Benchmarks.Generator;

/// <summary><c>generator</c>: what a developer waits for while the generator and the analyzers run.</summary>
internal static class GeneratorCommand
{
    public static Command Create()
    {
        Option<int[]> models = RunOptions.Models(1, 10, 100);
        Option<int> rounds = RunOptions.Rounds(15);
        var command = new Command("generator", "Times the generator beside an empty one, after edits, and the analyzers.") { models, rounds };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(models), parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(int[] models, int rounds)
    {
        foreach (ModelProject project in models.SelectMany(Projects).Append(ModelProject.ManyExperts))
            foreach (Edit edit in Edit.All)
                JsonLine.Print(GeneratorTimes.Measure(project, edit, rounds));
        foreach (ModelProject project in Projects(models.Max()).Append(ModelProject.ManyExperts))
            JsonLine.Print(AnalyzerTimes.Measure(project, Math.Min(rounds, 3)));
    }

    private static ModelProject[] Projects(int models) => [ModelProject.Different(models), ModelProject.Equal(models)];
}
