using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using MoE.Benchmarks.Compiling;
using MoE.Generators;

namespace MoE.Benchmarks.Generator;

/// <summary>Measures our generator beside the empty ones.</summary>
internal static class GeneratorTimes
{
    // For the JIT: the first runs are many times slower than those an editor lives with.
    private const int WarmUps = 5;

    private static readonly IIncrementalGenerator[] s_generators = [new ModelGenerator(), new AttributeGenerator(), new NothingGenerator()];

    public static GeneratorLine Measure(ModelProject project, Edit edit, int rounds)
    {
        List<Sample>[] samples = [.. s_generators.Select(_ => new List<Sample>())];
        for (int round = -WarmUps; round < rounds; round++)
        {
            // In turns, so that a busy moment of the machine hits all of them.
            for (int i = 0; i < s_generators.Length; i++)
            {
                Sample sample = edit.Time(project, s_generators[i]);
                if (round >= 0) samples[i].Add(sample);
            }
        }
        Sample[] medians = [.. samples.Select(Sample.MedianOf)];
        (double ours, double empty, double nothing) = (medians[0].Milliseconds, medians[1].Milliseconds, medians[2].Milliseconds);
        return new(
            project.Models.Count, project.Shapes, edit.Name,
            Math.Round(ours, 3), Math.Round(empty, 3), Math.Round(nothing, 3), Math.Round(ours / empty, 2), Math.Round(ours - empty, 3),
            medians[0].Bytes, medians[1].Bytes, medians[2].Bytes);
    }
}
