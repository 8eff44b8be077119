using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MoE.Tests.Processes;
using Shouldly;
using Xunit;

namespace MoE.Tests.Bits;

/// <summary>
/// What the shapes computed in version 0.1.0 they compute today, bit for bit: predictions, routes, gradients, and the
/// parameters after training. bits-0.1.0.csv holds the first 16 bytes of the SHA-256 of each result, little-endian
/// floats, as that version gave them with and without fused multiply-add.
/// </summary>
public class ReleasedBitsTests(LegResults legs) : IClassFixture<LegResults>
{
    private static readonly Dictionary<string, string[]> _released = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Bits", "bits-0.1.0.csv"))
        .Skip(1).Select(line => line.Split(',')).ToDictionary(fields => fields[0], fields => fields[1..], StringComparer.Ordinal);

    public static TheoryData<string> Computations => new(_released.Keys);

    [Theory]
    [MemberData(nameof(Computations))]
    public void Every_leg_computes_what_it_did(string computation)
    {
        Hash(legs.Best.Values[computation]).ShouldBe(_released[computation][legs.BestName.StartsWith("AVX", StringComparison.Ordinal) ? 0 : 1], legs.BestName);
        Hash(legs.WithoutAvx512.Values[computation]).ShouldBe(_released[computation][legs.WithoutAvx512Name == "AVX2" ? 0 : 1], legs.WithoutAvx512Name);
        Hash(legs.WithoutAvx2.Values[computation]).ShouldBe(_released[computation][1], legs.WithoutAvx2Name);
    }

    [Fact]
    public void One_other_bit_would_be_found()
    {
        float[] values = [.. legs.Best.Values[_released.Keys.First()]];
        string before = Hash(values);
        values[^1] = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(values[^1]) ^ 1);
        Hash(values).ShouldNotBe(before);
    }

    private static string Hash(float[] values) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<float>(values)))[..32];
}
