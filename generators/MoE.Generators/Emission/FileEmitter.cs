using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>The class with a model's parameter table and the header of its safetensors files.</summary>
internal static class FileEmitter
{
    private const string ChecksumDigits = "00000000";

    // Of more tensors the header is made when the program runs: as text it would grow with every expert.
    private const int MostLiteral = 64;

    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.Summary($"The parameters of {GeneratedFile.See(plan)}: where each lies, how it starts, and how files hold it.");
        using (writer.Block($"internal static class {GeneratedFile.ClassName(plan, "File")}"))
        {
            EmitLayout(writer, plan);
            writer.Line();
            EmitHeader(writer, plan);
            writer.Line();
            EmitLoadAndSave(writer, plan.HoldsState);
        }
    }

    private static void EmitLayout(SourceWriter writer, ModelPlan plan)
    {
        writer.Summary("The parameters in the order of the file; the buffer they lie in is padded to cache lines.");
        writer.Line("public static readonly ModelLayout Layout = new(");
        using IDisposable indent = writer.Indent();
        writer.Line($"{plan.Root.Floats},");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (TensorGroup group in plan.Root.TensorGroups)
                EmitGroup(writer, group);
        }
        writer.Line("],");
        writer.Line($"[{string.Join(", ", ClassNames(plan.Spec).Select(Literal.Of))}],");
        writer.Line($"{Literal.Of(plan.Declaration)}){(plan.HoldsState ? "" : ";")}");
        if (plan.HoldsState)
            writer.Line($"{{\n    StatePrefixes = [{string.Join(", ", plan.StatePrefixes.Select(Literal.Of))}],\n}};");
    }

    // What neighbouring experts have is said once.
    private static void EmitGroup(SourceWriter writer, TensorGroup group)
    {
        if (group.Count == 1)
        {
            foreach (TensorPlan tensor in group.Tensors)
                writer.Line(Tensor(tensor));
            return;
        }
        writer.Line($".. TensorLayout.Experts({group.First}, {group.Count}, {group.Floats},");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (TensorPlan tensor in group.Tensors)
                writer.Line(Tensor(tensor));
        }
        writer.Line("]),");
    }

    private static string Tensor(TensorPlan tensor)
    {
        Placement place = tensor.Placement;
        string shape = string.Join(", ", tensor.Shape.Select(Literal.Of));
        string start = tensor.FanIn > 0 ? $"Uniform({tensor.FanIn})" : $"Constant({Literal.OfSingle(tensor.Start)})";
        return $"new(\"{tensor.Name}\", [{shape}], new TensorPlacement({place.Offset}, {place.Lanes}, {place.GroupStride}, {place.InputStride}), InitialValue.{start}{(tensor.IsTrained ? "" : ", Trained: false")}),";
    }

    private static void EmitHeader(SourceWriter writer, ModelPlan plan)
    {
        string metadata = "{\"__metadata__\":{\"format\":\"pt\",\"moe.model\":" + Json(plan.Declaration)
            + (plan.Spec.Classifier is null ? "" : ",\"moe.classes\":" + Json(string.Join(",", ClassNames(plan.Spec))))
            + ",\"moe.crc32\":\"";
        int checksum = Encoding.UTF8.GetByteCount(metadata);
        string beginning = metadata + ChecksumDigits + "\"}";
        writer.Summary("Where the digits of the data's CRC-32 stand in the header.");
        writer.Line($"public const int ChecksumOffset = {checksum};");
        writer.Line();
        if (plan.Root.Tensors.Count > MostLiteral)
        {
            writer.Line($"private static readonly byte[] s_header = OwnHeader.Of(Layout, {Literal.Raw(beginning)});");
            writer.Line();
            writer.Summary("The header of a file, but for the digits of the checksum.");
            writer.Line("public static ReadOnlySpan<byte> Header => s_header;");
            return;
        }
        StringBuilder text = new(beginning);
        string[] parts = [.. plan.Root.Tensors.Zip(Offsets(plan.Root.Tensors), Entry)];
        int length = Encoding.UTF8.GetByteCount(text.ToString() + string.Concat(parts)) + 1;
        // The data begins behind 8 bytes of length and the header, at a multiple of 8.
        string end = "}" + new string(' ', Padding.RoundUp(length, 8) - length);

        writer.Summary("The header of a file, but for the digits of the checksum.");
        // One literal: the compiler takes 300 us to bind a sum of two (measured).
        writer.Line($"public static ReadOnlySpan<byte> Header => {Literal.Raw(text.ToString() + string.Concat(parts) + end)}u8;");
    }

    private static void EmitLoadAndSave(SourceWriter writer, bool holdsState)
    {
        const string Format = "Layout, Header, ChecksumOffset";
        writer.Line($"public static ParameterBuffer Load(string path, string prefix = \"\") => ModelFile.Load({Format}, path, prefix);");
        writer.Line();
        writer.Line($"public static ParameterBuffer Load(global::System.IO.Stream stream) => ModelFile.Load({Format}, stream);");
        writer.Line();
        writer.Line($"public static ParameterBuffer Load(ReadOnlySpan<byte> file) => ModelFile.Load({Format}, file);");
        writer.Line();
        (string parameter, string argument) = holdsState ? (", NamedState[] states", ", states") : ("", "");
        writer.Line($"public static void Save(string path, ParameterBuffer parameters{parameter}) => ModelFile.Save(path, parameters{argument}, Header, ChecksumOffset);");
        writer.Line();
        writer.Line($"public static void Save(global::System.IO.Stream stream, ParameterBuffer parameters{parameter}) => ModelFile.Save(stream, parameters{argument}, Header, ChecksumOffset);");
    }

    private static string Entry(TensorPlan tensor, long offset) =>
        $",\"{tensor.Name}\":{{\"dtype\":\"{tensor.Storage.Name}\",\"shape\":[{string.Join(",", tensor.Shape.Select(Literal.Of))}],\"data_offsets\":[{Literal.Of(offset)},{Literal.Of(offset + tensor.Bytes)}]}}";

    private static long[] Offsets(IReadOnlyList<TensorPlan> tensors)
    {
        long[] offsets = new long[tensors.Count];
        for (int index = 1; index < offsets.Length; index++)
            offsets[index] = offsets[index - 1] + tensors[index - 1].Bytes;
        return offsets;
    }

    private static string[] ClassNames(ModelSpec spec) => spec.Classifier is null ? [] : [.. spec.Classifier.Members];

    private static string Json(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";
}
