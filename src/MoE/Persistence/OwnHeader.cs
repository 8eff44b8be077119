using System;
using System.ComponentModel;
using System.Text;

namespace MoE.Persistence;

/// <summary>The header of a model's own files, made of its layout: for a model of many tensors, whose header would be long as a literal.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OwnHeader
{
    private const int Alignment = 8;

    /// <summary>The header, but for the digits of the checksum; its end is a multiple of 8.</summary>
    /// <param name="layout">The model.</param>
    /// <param name="metadata">All before the first tensor: a whole entry, behind the opening brace.</param>
    public static byte[] Of(ModelLayout layout, string metadata)
    {
        ArgumentNullException.ThrowIfNull(layout);
        StringBuilder text = new(metadata);
        long end = 0;
        foreach (StoredTensor tensor in layout.Stored)
        {
            tensor.AppendTo(text, end);
            end += tensor.Bytes;
        }
        int length = Encoding.UTF8.GetByteCount(text.ToString()) + 1;
        text.Append('}').Append(' ', ((length + Alignment - 1) / Alignment * Alignment) - length);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
