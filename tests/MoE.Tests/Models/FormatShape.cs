using System;
using System.Linq;

namespace MoE.Tests.Models;

/// <summary>A shape in a weight format.</summary>
internal sealed record FormatShape(string Name, string Shape, WeightFormat Format, Func<ulong, IFormatModel> Fresh, Func<byte[], IFormatModel> Load)
{
    /// <summary>The same shape with float32 weights.</summary>
    public FormatShape Wide => FormatShapes.All.Single(other => other.Shape == Shape && other.Format == WeightFormat.Float32);

    /// <summary>A model none of whose parameters is the 0 or 1 that it would start with.</summary>
    public IFormatModel Create(ulong seed)
    {
        IFormatModel model = Fresh(seed);
        int noise = (int)seed;
        foreach (TensorInfo tensor in model.Parameters)
            model.Set(tensor.Name, [.. model.Get(tensor.Name).Zip(SampleData.Uniform(++noise, model.Get(tensor.Name).Length, 0.1f), (value, more) => value + more)]);
        return model;
    }
}
