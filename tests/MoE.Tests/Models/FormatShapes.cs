using System;
using System.Linq;
using Xunit;

namespace MoE.Tests.Models;

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
