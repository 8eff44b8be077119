using System.Globalization;
using System.Linq;
using System.Text;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>A model's safetensors files, but for what its experts know beside parameters.</summary>
/// <param name="Declaration">The model in one line, for the metadata.</param>
/// <param name="Header">The whole header, the digits of the checksum zero; its end is a multiple of 8.</param>
/// <param name="FirstTensor">How many characters of it come before the first tensor.</param>
/// <param name="ChecksumOffset">In which byte of it the digits of the data's CRC-32 begin.</param>
/// <param name="Bytes">Of a file: the header's length, the header, the parameters.</param>
internal sealed record FilePlan(string Declaration, string Header, int FirstTensor, int ChecksumOffset, long Bytes)
{
    private const string ChecksumDigits = "00000000";

    private const int LengthBytes = 8;

    public static FilePlan Of(ModelSpec spec, BlockPlan root)
    {
        string declaration = spec.Declaration.Name + ": " + root.Summary;
        StringBuilder header = new("{\"__metadata__\":{\"format\":\"pt\",\"moe.model\":" + Json(declaration));
        if (spec.Classifier is { } classifier)
            header.Append(",\"moe.classes\":").Append(Json(string.Join(",", classifier.Members)));
        header.Append(",\"moe.crc32\":\"");
        int checksum = Encoding.UTF8.GetByteCount(header.ToString());
        header.Append(ChecksumDigits).Append("\"}");
        int firstTensor = header.Length;

        long end = 0;
        foreach (StoredTensor tensor in root.Tensors.SelectMany(tensor => tensor.Stored))
        {
            long start = end;
            end += tensor.Bytes;
            string shape = string.Join(",", tensor.Shape.Select(size => size.ToString(CultureInfo.InvariantCulture)));
            header.Append(string.Format(
                CultureInfo.InvariantCulture, ",\"{0}\":{{\"dtype\":\"{1}\",\"shape\":[{2}],\"data_offsets\":[{3},{4}]}}", tensor.Name, tensor.Dtype, shape, start, end));
        }
        header.Append('}');
        int length = Encoding.UTF8.GetByteCount(header.ToString());
        int padded = Padding.RoundUp(length, LengthBytes);
        return new FilePlan(declaration, header.Append(' ', padded - length).ToString(), firstTensor, checksum, LengthBytes + padded + end);
    }

    private static string Json(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
