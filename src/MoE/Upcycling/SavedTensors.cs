using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MoE.Persistence;

/// <summary>The tensors of a file that was just saved, by name, in its order.</summary>
internal sealed class SavedTensors
{
    private readonly byte[] _file;
    private readonly int _data;
    private readonly Dictionary<string, FileTensor> _byName;

    private SavedTensors(byte[] file)
    {
        _file = file;
        long header = BinaryPrimitives.ReadInt64LittleEndian(file);
        _data = checked((int)(sizeof(long) + header));
        using MemoryStream stream = new(file);
        Tensors = [.. SafetensorsReader.Header(stream, file.Length).Tensors];
        _byName = Tensors.ToDictionary(tensor => tensor.Name);
    }

    public IReadOnlyList<FileTensor> Tensors { get; }

    public static SavedTensors Of(MemoryStream saved) => new(saved.ToArray());

    /// <summary>Null where there is none.</summary>
    public FileTensor? Find(string name) => _byName.GetValueOrDefault(name);

    public ReadOnlySpan<byte> Bytes(FileTensor tensor) => _file.AsSpan(_data + (int)tensor.Begin, (int)(tensor.End - tensor.Begin));
}
