using System.Buffers;
using System.Linq;
using System.Text;
using System.Text.Json;
using MoE.Persistence;

namespace MoE.Training.Checkpoints;

/// <summary>The header of a checkpoint's safetensors file.</summary>
internal static class CheckpointHeader
{
    private const string Beginning = "{\"__metadata__\":{\"" + FileHeader.ChecksumKey + "\":\"";

    // Up to here a header's end is a multiple of 8, so that the data is aligned.
    private const int Alignment = 8;

    /// <summary>Where the digits of the checksum stand.</summary>
    public static int ChecksumOffset => Beginning.Length;

    /// <summary>The buffers in the order of the header.</summary>
    public static ParameterBuffer[] Buffers(CheckpointParts parts) => [.. parts.Named.Select(part => part.Buffer)];

    /// <summary>The header, but for the digits of the checksum.</summary>
    public static byte[] Of(CheckpointParts parts, string state)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("__metadata__");
            // The first of all, so that its place is known.
            json.WriteString(FileHeader.ChecksumKey, new string('0', FileHeader.ChecksumDigits));
            json.WriteString(FileHeader.DeclarationKey, parts.Model.Layout.Declaration);
            json.WriteString(FileHeader.FitKey, state);
            json.WriteEndObject();
            WriteTensors(json, parts);
            json.WriteEndObject();
        }
        int padding = -bytes.WrittenCount & (Alignment - 1);
        Encoding.UTF8.GetBytes(new string(' ', padding), bytes.GetSpan(padding));
        bytes.Advance(padding);
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteTensors(Utf8JsonWriter json, CheckpointParts parts)
    {
        long begin = 0;
        foreach ((string prefix, ParameterBuffer buffer) in parts.Named)
        {
            foreach (TensorLayout tensor in buffer.Layout.Tensors)
            {
                long end = begin + ((long)tensor.Elements * sizeof(float));
                json.WriteStartObject(prefix + tensor.Name);
                json.WriteString("dtype", "F32");
                json.WriteStartArray("shape");
                foreach (int size in tensor.Shape)
                    json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(begin);
                json.WriteNumberValue(end);
                json.WriteEndArray();
                json.WriteEndObject();
                begin = end;
            }
        }
    }
}
