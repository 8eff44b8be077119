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
    /// <param name="path">The file.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="header">The header of the model's files.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    public static void Save(string path, ParameterBuffer parameters, ReadOnlySpan<byte> header, int checksumOffset)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using AtomicFile file = new(path);
        Save(file.Stream, parameters, header, checksumOffset);
        file.Commit();
    }

    /// <summary>Writes one file to a stream, from where it stands.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="header">The header of the model's files.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    public static void Save(Stream stream, ParameterBuffer parameters, ReadOnlySpan<byte> header, int checksumOffset)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(parameters);
        SafetensorsWriter.Write(stream, [parameters], [], header, checksumOffset);
    }

    /// <summary>Saves a model some of whose experts know more than parameters.</summary>
    /// <param name="path">The file; the old one stays whole until the new one is on the disk.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="states">What experts know beside.</param>
    /// <param name="header">The header of the model's files, without the states.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    public static void Save(string path, ParameterBuffer parameters, NamedState[] states, ReadOnlySpan<byte> header, int checksumOffset)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using AtomicFile file = new(path);
        Save(file.Stream, parameters, states, header, checksumOffset);
        file.Commit();
    }

    /// <summary>The same to a stream, from where it stands.</summary>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <param name="parameters">The model's parameters.</param>
    /// <param name="states">What experts know beside.</param>
    /// <param name="header">The header of the model's files, without the states.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    public static void Save(Stream stream, ParameterBuffer parameters, NamedState[] states, ReadOnlySpan<byte> header, int checksumOffset)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(states);
        StateTensor[] tensors = StateHeader.InFileOrder(states);
        SafetensorsWriter.Write(stream, [parameters], tensors, StateHeader.With(header, parameters.Layout, tensors), checksumOffset);
    }

    /// <summary>Loads a file.</summary>
    /// <param name="layout">The model.</param>
    /// <param name="header">The header of the model's own files.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    /// <param name="path">The file.</param>
    /// <param name="prefix">With a prefix such as <c>model.layers.0.block_sparse_moe</c> only the tensors under it count.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static ParameterBuffer Load(ModelLayout layout, ReadOnlySpan<byte> header, int checksumOffset, string path, string prefix = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(prefix);
        // "model.layers.1" does not mean model.layers.10.
        if (prefix.Length > 0 && !prefix.EndsWith('.')) prefix += ".";
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return LoadWhole(layout, header, checksumOffset, file, prefix);
        }
        catch (ModelFormatException error)
        {
            throw new ModelFormatException($"'{path}': {error.Message}", error);
        }
    }

    /// <summary>Reads one file from a stream, which is left right behind it.</summary>
    /// <param name="layout">The model.</param>
    /// <param name="header">The header of the model's own files.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    /// <param name="stream">The stream; it need not be seekable.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static ParameterBuffer Load(ModelLayout layout, ReadOnlySpan<byte> header, int checksumOffset, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SafetensorsReader.Read(stream, Remaining(stream), layout, header, checksumOffset, "");
    }

    /// <summary>Loads a file that is in memory.</summary>
    /// <param name="layout">The model.</param>
    /// <param name="header">The header of the model's own files.</param>
    /// <param name="checksumOffset">Where the header has the eight digits of the checksum.</param>
    /// <param name="file">The whole file.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static unsafe ParameterBuffer Load(ModelLayout layout, ReadOnlySpan<byte> header, int checksumOffset, ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) throw new ModelFormatException("The file is empty.");
        fixed (byte* bytes = file)
        {
            using UnmanagedMemoryStream stream = new(bytes, file.Length);
            return LoadWhole(layout, header, checksumOffset, stream, "");
        }
    }

    private static ParameterBuffer LoadWhole(ModelLayout layout, ReadOnlySpan<byte> header, int checksumOffset, Stream stream, string prefix)
    {
        ParameterBuffer parameters = SafetensorsReader.Read(stream, Remaining(stream), layout, header, checksumOffset, prefix);
        return stream.ReadByte() < 0
            ? parameters
            : throw new ModelFormatException("Bytes follow the data that the header describes: the file is damaged, or two files in one.");
    }

    private static long? Remaining(Stream stream) => stream.CanSeek ? stream.Length - stream.Position : null;
}
