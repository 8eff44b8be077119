using System;

namespace Sentiment.Text;

/// <summary>A 32-bit hash, the same on every machine: FNV-1a over UTF-16 units, then the finalizer of MurmurHash3.</summary>
public readonly struct TextHash
{
    private const uint Prime = 16777619;

    private readonly uint _state;

    private TextHash(uint state) => _state = state;

    /// <summary>Of nothing.</summary>
    public static TextHash Empty => new(2166136261);

    /// <summary>Appends a text and its end, so that "ab" + "c" is not "a" + "bc".</summary>
    public TextHash With(ReadOnlySpan<char> text)
    {
        uint state = _state;
        foreach (char c in text) state = unchecked((state ^ c) * Prime);
        return new TextHash(unchecked(state * Prime));
    }

    /// <summary>The bucket, from 0 to <paramref name="buckets"/> - 1.</summary>
    public int Bucket(int buckets)
    {
        uint h = _state;
        unchecked
        {
            h = (h ^ (h >> 16)) * 0x85ebca6b;
            h = (h ^ (h >> 13)) * 0xc2b2ae35;
            h ^= h >> 16;
        }

        return (int)(h % (uint)buckets);
    }
}
