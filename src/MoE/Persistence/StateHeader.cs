using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace MoE.Persistence;

/// <summary>The header of a file with more than parameters: the one that the compiler wrote, with what only the model at hand knows behind it.</summary>
internal static class StateHeader
{
    private const int Alignment = 8;

    /// <summary>The tensors in the order of the file: those of bytes last, so that numbers stand aligned.</summary>
    public static StateTensor[] InFileOrder(NamedState[] states) =>
        [.. states.SelectMany(state => state.State.Write(state.Prefix)).OrderBy(tensor => tensor.Dtype == "U8")];

    public static byte[] With(ReadOnlySpan<byte> header, ModelLayout layout, IReadOnlyList<StateTensor> tensors)
    {
        // Spaces fill the header up behind its closing brace.
        StringBuilder text = new(Encoding.UTF8.GetString(header[..header.LastIndexOf((byte)'}')]));
        long end = layout.Stored.Sum(tensor => tensor.Bytes);
        foreach (StateTensor tensor in tensors)
        {
            long begin = end;
            end += tensor.Bytes.Length;
            text.Append(CultureInfo.InvariantCulture, $",\"{tensor.Name}\":{{\"dtype\":\"{tensor.Dtype}\",\"shape\":[{string.Join(",", tensor.Shape)}],\"data_offsets\":[{begin},{end}]}}");
        }
        text.Append('}');
        byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
        byte[] padded = new byte[(bytes.Length + Alignment - 1) / Alignment * Alignment];
        padded.AsSpan().Fill((byte)' ');
        bytes.CopyTo(padded, 0);
        return padded;
    }
}
