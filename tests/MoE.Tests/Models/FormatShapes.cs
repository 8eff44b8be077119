using System;
using System.Linq;
using Xunit;

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

/// <summary>The shapes in all formats.</summary>
internal static class FormatShapes
{
    public static readonly FormatShape[] All =
    [
        Of<OddFloat32>("Odd", WeightFormat.Float32),
        Of<OddBFloat16>("Odd", WeightFormat.BFloat16),
        Of<OddInt8>("Odd", WeightFormat.Int8),
        Of<OddInt4>("Odd", WeightFormat.Int4),
        Of<FewFloat32>("Few", WeightFormat.Float32),
        Of<FewBFloat16>("Few", WeightFormat.BFloat16),
        Of<FewInt8>("Few", WeightFormat.Int8),
        Of<FewInt4>("Few", WeightFormat.Int4),
        Of<LongFloat32>("Long", WeightFormat.Float32),
        Of<LongBFloat16>("Long", WeightFormat.BFloat16),
        Of<LongInt8>("Long", WeightFormat.Int8),
        Of<LongInt4>("Long", WeightFormat.Int4),
        Of<CrowdedFloat32>("Crowded", WeightFormat.Float32),
        Of<CrowdedBFloat16>("Crowded", WeightFormat.BFloat16),
        Of<CrowdedInt8>("Crowded", WeightFormat.Int8),
        Of<CrowdedInt4>("Crowded", WeightFormat.Int4),
    ];

    /// <summary>All but float32.</summary>
    public static readonly FormatShape[] Low = [.. All.Where(shape => shape.Format != WeightFormat.Float32)];

    public static TheoryData<string> Names => new(Low.Select(shape => shape.Name));

    public static TheoryData<string> Halves => new(Low.Where(shape => shape.Format == WeightFormat.BFloat16).Select(shape => shape.Name));

    public static TheoryData<string> Quantized => new(Low.Where(shape => shape.Format != WeightFormat.BFloat16).Select(shape => shape.Name));

    public static FormatShape Of(string name) => All.Single(shape => shape.Name == name);

    private static FormatShape Of<T>(string shape, WeightFormat format)
        where T : IMixtureOfExperts<T> =>
        new(typeof(T).Name, shape, format, seed => new FormatModel<T>(T.Create(seed)), file => new FormatModel<T>(T.Load(file)));
}
