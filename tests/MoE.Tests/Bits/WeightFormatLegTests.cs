using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using MoE.Tests.Models;
using MoE.Tests.Processes;
using Shouldly;
using Xunit;

namespace MoE.Tests.Bits;

/// <summary>Law 1 in each weight format across instruction sets: integer sums are exact whatever adds them up.</summary>
public class WeightFormatLegTests(WeightFormatLegTests.Legs legs) : IClassFixture<WeightFormatLegTests.Legs>
{
    public static TheoryData<string> Computations => new(FormatShapes.All.Select(shape => shape.Name + " Predict"));

    [Theory]
    [MemberData(nameof(Computations))]
    public void The_bits_do_not_depend_on_the_instruction_set(string computation)
    {
        foreach ((string leg, SortedDictionary<string, float[]> values) in legs.Fusing)
            values[computation].ShouldBeTheBits(legs.Best[computation], leg);
    }

    [Theory]
    [MemberData(nameof(Computations))]
    public void The_portable_leg_gives_the_values(string computation)
    {
        // Where a rounding error moves an input over the middle between two codes, it is rounded to another.
        double tolerance = computation.Contains("Int", StringComparison.Ordinal) ? 1e-3 : 2e-5;
        float[] actual = legs.Portable[computation], expected = legs.Best[computation];
        Math.Sqrt(actual.Zip(expected, (x, y) => ((double)x - y) * ((double)x - y)).Sum())
            .ShouldBeLessThan(tolerance * (Math.Sqrt(expected.Sum(value => (double)value * value)) + 1));
    }

    [Fact]
    public void This_process_has_the_bits_of_its_leg()
    {
        bool fuses = InstructionSet.Current != "portable (Vector128)" || AdvSimd.IsSupported;
        foreach ((string computation, float[] values) in ModelResults.OfFormats().Values)
            values.ShouldBeTheBits((fuses ? legs.Best : legs.Portable)[computation], computation);
    }

    /// <summary>Each leg in a process of its own.</summary>
    public sealed class Legs
    {
        public SortedDictionary<string, float[]> Best { get; } = Run();

        public SortedDictionary<string, float[]> Portable { get; } = Run(("DOTNET_EnableAVX2", "0"));

        public IReadOnlyDictionary<string, SortedDictionary<string, float[]>> Fusing { get; } = new Dictionary<string, SortedDictionary<string, float[]>>
        {
            ["without AVX-VNNI"] = Run(("DOTNET_EnableAVXVNNI", "0")),
            ["without AVX-512"] = Run(("DOTNET_EnableAVX512", "0")),
            ["without either"] = Run(("DOTNET_EnableAVX512", "0"), ("DOTNET_EnableAVXVNNI", "0")),
        };

        private static SortedDictionary<string, float[]> Run(params (string Name, string Value)[] variables)
        {
            string file = Path.GetTempFileName();
            try
            {
                ChildProcess.Run(["formats", file], variables);
                using FileStream stream = File.OpenRead(file);
                return ModelResults.Read(stream).Values;
            }
            finally
            {
                File.Delete(file);
            }
        }
    }
}
