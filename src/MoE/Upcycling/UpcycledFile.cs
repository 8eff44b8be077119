using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using MoE.Training;

namespace MoE.Persistence;

/// <summary>A file of the new model, from tensors of the known one and of a fresh one. Loading it says what does not fit.</summary>
/// <param name="known">The trained model's.</param>
/// <param name="fresh">The new model's, never trained.</param>
/// <param name="experts">For each expert of the new model the known one, or -1.</param>
/// <param name="knownExperts">How many the trained model has.</param>
/// <param name="noise">In standard deviations.</param>
/// <param name="seed">The noise comes from it.</param>
internal sealed class UpcycledFile(SavedTensors known, SavedTensors fresh, int[] experts, int knownExperts, double noise, ulong seed)
{
    private readonly List<(string Name, string Dtype, ImmutableArray<long> Shape, byte[] Bytes)> _tensors = [];

    public byte[] Bytes()
    {
        foreach (FileTensor tensor in fresh.Tensors.Where(tensor => Expert(tensor.Name) < 0))
            _tensors.Add((tensor.Name, tensor.Dtype, tensor.Shape, Gate(tensor)));
        for (int expert = 0; expert < experts.Length; expert++)
            AddExpert(expert);
        return Write();
    }

    private void AddExpert(int expert)
    {
        int source = experts[expert];
        SavedTensors tensors = source < 0 ? fresh : known;
        int number = source < 0 ? expert : source;
        foreach (FileTensor tensor in tensors.Tensors.Where(tensor => Expert(tensor.Name) == number))
        {
            byte[] bytes = tensors.Bytes(tensor).ToArray();
            string name = Prefix(expert) + tensor.Name[Prefix(number).Length..];
            // What is no parameter, such as a forest's nodes, is no number that noise could move.
            bool isParameter = tensor.Dtype == "F32" && fresh.Find(name) is { } own && own.Shape.SequenceEqual(tensor.Shape);
            if (source >= 0 && isParameter && IsCopy(expert))
                Move(MemoryMarshal.Cast<byte, float>(bytes.AsSpan()), name);
            _tensors.Add((name, tensor.Dtype, tensor.Shape, bytes));
        }
    }

    // A tensor with a row for each expert takes each expert's; any other is what it was.
    private byte[] Gate(FileTensor tensor)
    {
        if (known.Find(tensor.Name) is not { } source)
            return fresh.Bytes(tensor).ToArray();
        int axis = Axis(tensor, source);
        if (axis < 0)
            return known.Bytes(source).ToArray();
        int inner = sizeof(float) * (int)tensor.Shape.Skip(axis + 1).Aggregate(1L, (product, size) => product * size);
        int outer = (int)tensor.Shape.Take(axis).Aggregate(1L, (product, size) => product * size);
        byte[] bytes = fresh.Bytes(tensor).ToArray();
        for (int expert = 0; expert < experts.Length; expert++)
        {
            for (int index = 0; experts[expert] >= 0 && index < outer; index++)
            {
                Span<byte> row = bytes.AsSpan(((index * experts.Length) + expert) * inner, inner);
                known.Bytes(source).Slice(((index * knownExperts) + experts[expert]) * inner, inner).CopyTo(row);
                if (IsCopy(expert))
                    Move(MemoryMarshal.Cast<byte, float>(row), FormattableString.Invariant($"{tensor.Name}.{expert}.{index}"));
            }
        }
        return bytes;
    }

    // Where the sizes are those of the experts, and all others agree.
    private int Axis(FileTensor tensor, FileTensor source)
    {
        for (int axis = 0; axis < tensor.Shape.Length && tensor.Shape.Length == source.Shape.Length; axis++)
        {
            bool othersAgree = !tensor.Shape.Where((size, other) => other != axis && size != source.Shape[other]).Any();
            // Slots stand in the second place, all others in the first.
            bool isPlace = tensor.Name == "mu" ? axis == 1 : axis == 0;
            if (isPlace && othersAgree && tensor.Shape[axis] == experts.Length && source.Shape[axis] == knownExperts)
                return axis;
        }
        return -1;
    }

    // Not the first that begins as that expert.
    private bool IsCopy(int expert) => Array.IndexOf(experts, experts[expert]) < expert;

    private void Move(Span<float> values, string name)
    {
        double mean = 0, squares = 0;
        foreach (float value in values)
            mean += value / (double)values.Length;
        foreach (float value in values)
            squares += (value - mean) * (value - mean) / values.Length;
        // A single number, or equal ones, have no spread: then their size stands for it.
        double scale = noise * (squares > 0 ? Math.Sqrt(squares) : Math.Max(Math.Abs(mean), 1e-3));
        float[] normals = new float[values.Length];
        Crc32 crc = default;
        crc.Append(Encoding.UTF8.GetBytes(name));
        RouterNormals.Draw(normals, seed ^ ((ulong)crc.Value << 32));
        for (int index = 0; index < values.Length; index++)
            values[index] += (float)(scale * normals[index]);
    }

    private byte[] Write()
    {
        StringBuilder header = new("{");
        long end = 0;
        foreach ((string name, string dtype, ImmutableArray<long> shape, byte[] bytes) in _tensors)
        {
            header.Append(CultureInfo.InvariantCulture, $"{(end == 0 && header.Length == 1 ? "" : ",")}\"{name}\":{{\"dtype\":\"{dtype}\",\"shape\":[{string.Join(",", shape)}],\"data_offsets\":[{end},{end + bytes.Length}]}}");
            end += bytes.Length;
        }
        byte[] text = Encoding.UTF8.GetBytes(header.Append('}').ToString());
        ArrayBufferWriter<byte> file = new();
        BinaryPrimitives.WriteInt64LittleEndian(file.GetSpan(sizeof(long)), text.Length);
        file.Advance(sizeof(long));
        file.Write(text);
        foreach ((_, _, _, byte[] bytes) in _tensors)
            file.Write(bytes);
        return file.WrittenSpan.ToArray();
    }

    private static string Prefix(int expert) => FormattableString.Invariant($"experts.{expert}.");

    // experts.3.0.weight -> 3; -1 for what is no expert's.
    private static int Expert(string name) =>
        name.Split('.') is ["experts", { } number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int expert) ? expert : -1;
}
