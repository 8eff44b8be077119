using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MoE.Persistence.Apr;

/// <summary>What an APRN file says about itself. Hints: nothing is decided by them but which layout of trees is tried first.</summary>
/// <param name="CreatedAt">When it was saved, in seconds since 1970.</param>
/// <param name="AprenderVersion">Which aprender wrote it; since June 2026 the version of one of its parts.</param>
/// <param name="ModelName">A name.</param>
internal sealed record AprMetadata(string? CreatedAt, string? AprenderVersion, string? ModelName)
{
    private const string CreatedAtKey = "created_at";
    private const string VersionKey = "aprender_version";
    private const string NameKey = "model_name";

    /// <summary>Reads metadata; keys that do not count are skipped.</summary>
    /// <exception cref="ModelFormatException">It is no map in MessagePack.</exception>
    public static AprMetadata Read(ReadOnlySpan<byte> bytes)
    {
        AprMetadata metadata = new(null, null, null);
        MessagePackReader reader = new(bytes);
        uint pairs = reader.Map();
        for (uint i = 0; i < pairs; i++)
        {
            switch (reader.Text())
            {
                case CreatedAtKey:
                    metadata = metadata with { CreatedAt = reader.Text() };
                    break;
                case VersionKey:
                    metadata = metadata with { AprenderVersion = reader.Text() };
                    break;
                case NameKey:
                    metadata = metadata with { ModelName = reader.Text() };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        reader.End();
        return metadata;
    }

    /// <summary>Writes what aprender's save_apr writes, and nothing else.</summary>
    public static byte[] Write(DateTimeOffset createdAt, string version)
    {
        // A map of two pairs.
        List<byte> output = [0x82];
        WriteText(output, CreatedAtKey);
        WriteText(output, createdAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        WriteText(output, VersionKey);
        WriteText(output, version);
        return [.. output];
    }

    // In the shortest form, as rmp-serde does.
    private static void WriteText(List<byte> output, string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        switch (length)
        {
            case < 32:
                output.Add((byte)(0xA0 | length));
                break;
            case <= byte.MaxValue:
                output.AddRange([0xD9, (byte)length]);
                break;
            default:
                throw new ArgumentException($"A version must be at most {byte.MaxValue} bytes long; {length} came.", nameof(text));
        }
        output.AddRange(Encoding.UTF8.GetBytes(text));
    }
}
