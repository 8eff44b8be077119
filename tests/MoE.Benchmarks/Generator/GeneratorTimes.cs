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

    public static GeneratorLine Measure(ModelProject project, Edit edit, int rounds)
    {
        IIncrementalGenerator[] generators = [new ModelGenerator(), new AttributeGenerator(), FilesGenerator.For(project), new NothingGenerator()];
        List<Sample>[] samples = [.. generators.Select(_ => new List<Sample>())];
        for (int round = -WarmUps; round < rounds; round++)
        {
            // In turns, so that a busy moment of the machine hits all of them, and in any order: the one after ours is slower.
            int[] order = [.. Enumerable.Range(0, generators.Length)];
            new Random(round + WarmUps).Shuffle(order);
            foreach (int i in order)
            {
                Sample sample = edit.Time(project, generators[i]);
                if (round >= 0) samples[i].Add(sample);
            }
        }
        Sample[] medians = [.. samples.Select(Sample.MedianOf)];
        (double ours, double empty) = (medians[0].Milliseconds, medians[1].Milliseconds);
        return new(
            project.Models.Count, project.Shapes, edit.Name,
            Math.Round(ours, 3), Math.Round(empty, 3), Math.Round(medians[2].Milliseconds, 3), Math.Round(medians[3].Milliseconds, 3),
            Math.Round(ours / empty, 2), Math.Round(ours - empty, 3),
            medians[0].Bytes, medians[1].Bytes, medians[2].Bytes, medians[3].Bytes);
    }
}
