using System;
using System.Linq;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests;

/// <summary>The vector widths, named after what really runs them here: a test's display name says it.</summary>
internal static class Legs
{
    private static readonly string _wide = Avx512F.IsSupported ? "16 lanes on AVX-512" : "16 lanes emulated";
    private static readonly string _middle = Avx2.IsSupported && Fma.IsSupported ? "8 lanes on AVX2" : "8 lanes emulated";
    private static readonly string _narrow = HasFma ? "4 lanes with FMA" : "4 lanes without FMA";
    private static readonly string[] _names = HasFma ? [_narrow, _middle, _wide] : [_narrow];

    /// <summary>Only with fused multiply-add do the widths promise each other's bits; without it the portable leg is alone.</summary>
    public static TheoryData<string> All => new(_names);

    public static string Narrowest => _narrow;

    public static bool HasFma => Fma.IsSupported || AdvSimd.IsSupported;

    public static TResult Run<TResult>(string leg, ILaneCase<TResult> test) =>
        leg == _wide ? test.Run<Lanes512>()
        : leg == _middle ? test.Run<Lanes256>()
        : leg == _narrow ? test.Run<Lanes128>()
        : throw new ArgumentException($"No leg is called '{leg}'.", nameof(leg));

    /// <summary>Every leg must give the bits of the first.</summary>
    public static void ShouldAgree(ILaneCase<float[]> test)
    {
        int[] expected = Bits(Run(Narrowest, test));
        foreach (string leg in _names)
            Bits(Run(leg, test)).ShouldBe(expected, leg);
    }

    public static int[] Bits(float[] values) => values.Select(BitConverter.SingleToInt32Bits).ToArray();
}
