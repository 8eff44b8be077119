using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using MoE.Persistence;

namespace MoE.Tests.Persistence;

/// <summary>The header of a model's files, as the generator emits it.</summary>
internal static class SafetensorsHeader
{
    /// <summary>The header, padded so that the data begins at a multiple of 8, and where its checksum's digits stand.</summary>
    public static (byte[] Header, int ChecksumOffset) Build(ModelLayout layout)
    {
        StringBuilder json = new("{\"__metadata__\":{\"format\":\"pt\"");
        json.Append(CultureInfo.InvariantCulture, $",\"moe.model\":{JsonSerializer.Serialize(layout.Declaration)}");
        if (!layout.ClassNames.IsEmpty) json.Append(CultureInfo.InvariantCulture, $",\"moe.classes\":\"{string.Join(',', layout.ClassNames)}\"");
        json.Append(",\"moe.crc32\":\"");
        int checksumOffset = Encoding.UTF8.GetByteCount(json.ToString());
        json.Append("00000000\"}");
        long end = 0;
        foreach (TensorLayout tensor in layout.Tensors)
        {
            long begin = end;
            end += tensor.Elements * 4L;
            json.Append(CultureInfo.InvariantCulture, $",\"{tensor.Name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(',', tensor.Shape)}],\"data_offsets\":[{begin},{end}]}}");
        }
        json.Append('}');
        byte[] header = Encoding.UTF8.GetBytes(json.ToString());
        return ([.. header, .. Enumerable.Repeat((byte)' ', -header.Length & 7)], checksumOffset);
    }
}
