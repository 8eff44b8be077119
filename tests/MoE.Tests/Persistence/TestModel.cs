using System;
using System.IO;
using System.Linq;
using MoE.Persistence;

namespace MoE.Tests.Persistence;

/// <summary>What the generator would emit for a layout: saving and loading under its header.</summary>
internal sealed class TestModel
{
    private readonly byte[] _header;
    private readonly int _checksumOffset;

    public TestModel(ModelLayout layout)
    {
        Layout = layout;
        (_header, _checksumOffset) = SafetensorsHeader.Build(layout);
    }

    public ModelLayout Layout { get; }

    public ParameterBuffer Create(ulong seed)
    {
        ParameterBuffer parameters = new(Layout);
        parameters.Initialize(seed);
        return parameters;
    }

    public byte[] Save(ParameterBuffer parameters)
    {
        using MemoryStream stream = new();
        Save(stream, parameters);
        return stream.ToArray();
    }

    public void Save(Stream stream, ParameterBuffer parameters) => ModelFile.Save(stream, parameters, _header, _checksumOffset);

    public void Save(string path, ParameterBuffer parameters) => ModelFile.Save(path, parameters, _header, _checksumOffset);

    public ParameterBuffer Load(byte[] file) => ModelFile.Load(Layout, _header, _checksumOffset, file.AsSpan());

    public ParameterBuffer Load(Stream stream) => ModelFile.Load(Layout, _header, _checksumOffset, stream);

    public ParameterBuffer Load(string path, string prefix = "") => ModelFile.Load(Layout, _header, _checksumOffset, path, prefix);

    public ParameterBuffer Load(byte[] file, string prefix)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            return Load(path, prefix);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static float[] Get(ParameterBuffer parameters, string name)
    {
        float[] values = new float[parameters.Layout[name].Elements];
        parameters.Get(name, values);
        return values;
    }

    public static bool Same(ParameterBuffer left, ParameterBuffer right) =>
        left.Floats.ToArray().Select(BitConverter.SingleToUInt32Bits).SequenceEqual(right.Floats.ToArray().Select(BitConverter.SingleToUInt32Bits));
}
