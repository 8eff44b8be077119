using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Tests.Models;
using MoE.Tests.Processes;

namespace MoE.Tests.Sequences;

/// <summary>What every case of a mixer computes, for processes to compare.</summary>
internal static class SequenceResults
{
    public static IEnumerable<string> Computations => MixerCase.Names.SelectMany(name => new[] { name + ": rows", name + ": training" });

    public static ModelResults Compute()
    {
        SortedDictionary<string, float[]> values = new(StringComparer.Ordinal);
        foreach (string name in MixerCase.Names)
        {
            MixerCase mixer = MixerCase.Of(name);
            float[] x = mixer.Inputs(2 * 110), dy = SampleData.Uniform(9, x.Length, 1);
            values[name + ": rows"] = mixer.Block.Advance(x, 37);
            (_, Dictionary<string, float[]> gradients, _) = mixer.Block.Train(x, _ => dy, 2);
            values[name + ": training"] = [.. gradients.OrderBy(entry => entry.Key, StringComparer.Ordinal).SelectMany(entry => entry.Value)];
        }
        return ModelResults.Of(values);
    }
}
