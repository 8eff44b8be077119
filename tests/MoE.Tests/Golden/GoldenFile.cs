using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using MoE.Tests.Persistence;

namespace MoE.Tests.Golden;

/// <summary>The tensors of a case's data.safetensors: F32 and I32.</summary>
internal sealed class GoldenFile(string path)
{
    private readonly TestFile _file = TestFile.Parse(File.ReadAllBytes(path));

    public bool Has(string name) => _file.Tensors.Any(tensor => tensor.Name == name);

    public int[] Shape(string name) => _file.Tensors.Single(tensor => tensor.Name == name).Shape;

    public float[] Floats(string name) => Values<float>(name, "F32");

    public int[] Ints(string name) => Values<int>(name, "I32");

    private T[] Values<T>(string name, string type)
        where T : unmanaged
    {
        (_, string stored, _, byte[] data) = _file.Tensors.Single(tensor => tensor.Name == name);
        return stored == type
            ? MemoryMarshal.Cast<byte, T>(data).ToArray()
            : throw new InvalidDataException($"{name} is {stored}, not {type}.");
    }
}
