using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Xml;
using System.Xml.Linq;

namespace MoE.Analyzers.Weights;

/// <summary>Reads the header of a safetensors file: eight bytes of length, then as much JSON. Nothing that it says is trusted.</summary>
internal static class WeightsHeader
{
    // A model of a hundred thousand tensors; a damaged length must not make an editor read a whole disk.
    private const int Longest = 16 << 20;

    private const int LengthBytes = sizeof(long);

    private static readonly XmlDictionaryReaderQuotas Quotas = new()
    {
        MaxDepth = 8,
        MaxStringContentLength = Longest,
        MaxArrayLength = Longest,
        MaxBytesPerRead = Longest,
        MaxNameTableCharCount = Longest,
    };

    /// <exception cref="InvalidDataException">It is no such file.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ImmutableArray<WeightsTensor> Read(Stream file)
    {
        byte[] length = ReadBytes(file, LengthBytes);
        ulong bytes = 0;
        for (int index = LengthBytes - 1; index >= 0; index--)
            bytes = (bytes << 8) | length[index];
        if (bytes > Longest || (long)bytes > file.Length - LengthBytes)
            throw new InvalidDataException(string.Format(CultureInfo.InvariantCulture, "its first eight bytes promise a header of {0} bytes, but the file has {1}", bytes, file.Length));
        return Parse(ReadBytes(file, (int)bytes));
    }

    private static byte[] ReadBytes(Stream file, int count)
    {
        byte[] bytes = new byte[count];
        for (int read = 0, more; read < count; read += more)
        {
            more = file.Read(bytes, read, count - read);
            if (more == 0)
                throw new InvalidDataException("it ends within its header");
        }
        return bytes;
    }

    private static ImmutableArray<WeightsTensor> Parse(byte[] json)
    {
        try
        {
            using XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(json, Quotas);
            return XElement.Load(reader).Elements().Select(Tensor).Where(tensor => tensor.Name != "__metadata__").ToImmutableArray();
        }
        catch (Exception error) when (error is XmlException or FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException("its header is no JSON of tensors", error);
        }
    }

    // A key that XML could not name stands in an attribute.
    private static WeightsTensor Tensor(XElement entry) => new(
        entry.Attribute("item")?.Value ?? entry.Name.LocalName,
        entry.Element("dtype")?.Value ?? "",
        Sizes(entry.Element("shape")).ToImmutableArray());

    private static IEnumerable<long> Sizes(XElement? shape) =>
        (shape?.Elements() ?? []).Select(size => long.Parse(size.Value, NumberStyles.None, CultureInfo.InvariantCulture));
}
