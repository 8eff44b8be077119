using System;
using System.ComponentModel;
using System.IO;

namespace MoE.Persistence;

/// <summary>A model's safetensors files (https://github.com/huggingface/safetensors).</summary>
/// <remarks>
/// The header is the one that the generator emits for a model: its tensors in canonical order, float32, without holes, padded with
/// spaces so that the data begins at a multiple of 8, and <c>"moe.crc32":"00000000"</c> in its metadata.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelFile
{
    /// <summary>Saves to a path: the old file stays whole until the new one is on the disk.</summary>
    public static void Save(string path, ParameterBuffer parameters, ReadOnlySpan<byte> header, int checksumOffset) => throw new NotImplementedException();

    /// <summary>Writes one file to a stream, from where it stands.</summary>
    public static void Save(Stream stream, ParameterBuffer parameters, ReadOnlySpan<byte> header, int checksumOffset) => throw new NotImplementedException();

    /// <summary>Loads a file; with a prefix only the tensors under it count.</summary>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static ParameterBuffer Load(ModelLayout layout, ReadOnlySpan<byte> header, int checksumOffset, string path, string prefix = "") => throw new NotImplementedException();

    /// <summary>Reads one file from a stream, which is left right behind it.</summary>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static ParameterBuffer Load(ModelLayout layout, ReadOnlySpan<byte> header, int checksumOffset, Stream stream) => throw new NotImplementedException();

    /// <summary>Loads a file that is in memory.</summary>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static ParameterBuffer Load(ModelLayout layout, ReadOnlySpan<byte> header, int checksumOffset, ReadOnlySpan<byte> file) => throw new NotImplementedException();
}
