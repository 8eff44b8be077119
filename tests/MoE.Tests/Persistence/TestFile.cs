using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using MoE.Persistence;

namespace MoE.Tests.Persistence;

/// <summary>A safetensors file put together, or taken apart, by the plainest means.</summary>
internal sealed class TestFile
{
    public Dictionary<string, string> Metadata { get; } = [];

    public List<(string Name, string Dtype, int[] Shape, byte[] Data)> Tensors { get; } = [];

    /// <summary>The parameters of a model, one tensor each.</summary>
    public static TestFile Of(ParameterBuffer parameters)
    {
        TestFile file = new();
        foreach (TensorLayout tensor in parameters.Layout.Tensors)
            file.Add(tensor.Name, [.. tensor.Shape], TestModel.Get(parameters, tensor.Name));
        return file;
    }

    public static TestFile Parse(byte[] bytes)
    {
        TestFile file = new();
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes);
        using JsonDocument json = JsonDocument.Parse(bytes.AsMemory(8, length));
        foreach (JsonProperty property in json.RootElement.EnumerateObject())
        {
            if (property.Name == "__metadata__")
            {
                foreach (JsonProperty entry in property.Value.EnumerateObject()) file.Metadata[entry.Name] = entry.Value.GetString()!;
                continue;
            }
            int[] offsets = Numbers(property.Value.GetProperty("data_offsets"));
            file.Tensors.Add((property.Name, property.Value.GetProperty("dtype").GetString()!, Numbers(property.Value.GetProperty("shape")),
                bytes[(8 + length + offsets[0])..(8 + length + offsets[1])]));
        }
        return file;

        static int[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];
    }

    public void Add(string name, int[] shape, float[] values) => Tensors.Add((name, "F32", shape, MemoryMarshal.AsBytes<float>(values).ToArray()));

    public void Rename(Func<string, string> rename)
    {
        for (int i = 0; i < Tensors.Count; i++) Tensors[i] = Tensors[i] with { Name = rename(Tensors[i].Name) };
    }

    public void Remove(string name) => Tensors.RemoveAll(tensor => tensor.Name == name);

    public float[] Floats(string name) => MemoryMarshal.Cast<byte, float>(Tensors.Single(tensor => tensor.Name == name).Data).ToArray();

    /// <summary>The file, the tensors' data in their order.</summary>
    public byte[] ToBytes()
    {
        List<string> entries = [];
        if (Metadata.Count > 0) entries.Add($"\"__metadata__\":{JsonSerializer.Serialize(Metadata)}");
        int end = 0;
        foreach ((string name, string dtype, int[] shape, byte[] data) in Tensors)
        {
            entries.Add($"\"{name}\":{{\"dtype\":\"{dtype}\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{end},{end + data.Length}]}}");
            end += data.Length;
        }
        return Join($"{{{string.Join(',', entries)}}}", [.. Tensors.SelectMany(tensor => tensor.Data)]);
    }

    public static byte[] Join(string header, byte[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, json.Length);
        return [.. length, .. json, .. data];
    }
}
