using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using MoE.Benchmarks.Compiling;
using MoE.Generators;

namespace MoE.Benchmarks.Cost;

/// <summary>Measures what a project's models cost.</summary>
internal static class CostMeasurement
{
    private const int WarmUps = 1;

    public static CostLine Measure(ModelProject project, int rounds)
    {
        Compilation declared = project.Parse();
        string[] generated = [.. Compiler.Run(new ModelGenerator(), declared).GetRunResult().GeneratedTrees.Select(tree => tree.ToString())];
        string[] all = [.. declared.SyntaxTrees.Select(tree => tree.ToString()), .. generated];
        (double none, double plain, double whole) = Times([[], [PlainMethods.Text], all], rounds);
        double models = project.Models.Count, compile = (whole - none) / models, method = (plain - none) / PlainMethods.Count;
        return new(
            project.Models.Count, project.Shapes, generated.Length,
            Math.Round(generated.Sum(text => text.Count(letter => letter == '\n')) / models, 1),
            Math.Round(generated.Sum(Encoding.UTF8.GetByteCount) / models),
            Math.Round((Build(all) - Build([])) / models),
            Math.Round(compile, 3), Math.Round(compile / method, 1), Math.Round(method * 1000, 1));
    }

    // In turns, so that a busy moment of the machine hits the yardstick as well.
    private static (double None, double Plain, double Whole) Times(string[][] projects, int rounds)
    {
        List<double>[] times = [.. projects.Select(_ => new List<double>())];
        for (int round = -WarmUps; round < rounds; round++)
        {
            for (int i = 0; i < projects.Length; i++)
            {
                double time = Sample.Take(() => Build(projects[i])).Milliseconds;
                if (round >= 0) times[i].Add(time);
            }
        }
        return (Sample.MedianOf(times[0]), Sample.MedianOf(times[1]), Sample.MedianOf(times[2]));
    }

    private static long Build(string[] texts) => Compiler.Emit(Compiler.Compile(texts.Select((text, index) => Compiler.Parse(text, $"File{index}.cs"))));
}
