using System.ComponentModel;
using System.Numerics;

namespace MoE.Numerics;

/// <summary>
/// xoshiro256** 1.0 (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2018), seeded by splitmix64:
/// integer arithmetic only, so the same numbers on every machine.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct Xoshiro256
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>The generator whose state is the first four numbers of splitmix64 from that seed.</summary>
    public Xoshiro256(ulong seed)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
    }

    internal Xoshiro256(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>Numbers of a state.</summary>
    internal const int Words = 4;

    /// <summary>The state, to go on from elsewhere.</summary>
    internal readonly ulong[] State => [_s0, _s1, _s2, _s3];

    /// <summary>The generator of a state.</summary>
    internal static Xoshiro256 Of(ulong[] state) => new(state[0], state[1], state[2], state[3]);

    /// <summary>One of many independent generators of the same seed.</summary>
    public static Xoshiro256 ForStream(ulong seed, long stream)
    {
        // Mixed first: neighbouring seeds must not share streams.
        return new Xoshiro256(SplitMix64(ref seed) + (ulong)stream);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A double in [0, 1), from the next 53 bits.</summary>
    internal double NextFraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number from 0 to below a bound (Lemire, "Fast Random Integer Generation in an Interval", 2019, without its rejection: off by less than 2^-32).</summary>
    internal int NextBelow(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    internal static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
