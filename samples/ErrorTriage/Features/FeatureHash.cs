using System;

namespace ErrorTriage.Features;

/// <summary>A 32-bit hash, the same on every machine: FNV-1a over UTF-16 units or whole hashes, then the finalizer of MurmurHash3.</summary>
public readonly struct FeatureHash
{
    private const uint Prime = 16777619;

    private FeatureHash(uint value) => Value = value;

    /// <summary>The hash so far.</summary>
    public uint Value { get; }

    /// <summary>Starts a feature of a family, so that equal texts of two families are two features.</summary>
    public static FeatureHash Of(char family) => new FeatureHash(2166136261).With(family);

    /// <summary>Appends a text, in lower case.</summary>
    public FeatureHash With(ReadOnlySpan<char> text)
    {
        FeatureHash hash = this;
        foreach (char c in text) hash = hash.With(char.ToLowerInvariant(c));
        return hash.With('\0');
    }

    /// <summary>Appends a character or another hash.</summary>
    public FeatureHash With(uint value) => new(unchecked((Value ^ value) * Prime));

    /// <summary>The bucket, from 0 to <paramref name="buckets"/> - 1.</summary>
    public int Bucket(int buckets)
    {
        uint h = Value;
        unchecked
        {
            h = (h ^ (h >> 16)) * 0x85ebca6b;
            h = (h ^ (h >> 13)) * 0xc2b2ae35;
            h ^= h >> 16;
        }

        return (int)(h % (uint)buckets);
    }
}
