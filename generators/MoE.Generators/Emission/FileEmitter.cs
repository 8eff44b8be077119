using System;
using System.Linq;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>The class with a model's parameter table and the header of its safetensors files.</summary>
internal static class FileEmitter
{
    // Of more tensors the header is made when the program runs: as text it would grow with every expert.
    private const int MostLiteral = 64;

    public static void Emit(SourceWriter writer, ModelPlan plan)
    {
        writer.Summary($"The parameters of {GeneratedFile.See(plan)}: where each lies, how it starts, and how files hold it.");
        using (writer.Block($"internal static class {GeneratedFile.ClassName(plan, "File")}"))
        {
            EmitSets(writer, plan);
            EmitLayout(writer, plan);
            writer.Line();
            EmitHeader(writer, plan);
            writer.Line();
            EmitLoadAndSave(writer, plan.HoldsState);
        }
    }

    private static void EmitSets(SourceWriter writer, ModelPlan plan)
    {
        foreach (TensorSet set in plan.Root.TensorSets)
        {
            writer.Summary(set.Summary);
            writer.Line($"private static readonly global::System.Collections.Immutable.ImmutableArray<TensorLayout> {set.Name} =");
            writer.Line("[");
            using (writer.Indent())
            {
                foreach (TensorGroup group in set.Groups)
                    EmitGroup(writer, group);
            }
            writer.Line("];");
            writer.Line();
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
        writer.Line($"{Literal.Of(plan.File.Declaration)}){(plan.HoldsState ? "" : ";")}");
        if (plan.HoldsState)
            writer.Line($"{{\n    StatePrefixes = [{string.Join(", ", plan.StatePrefixes.Select(Literal.Of))}],\n}};");
    }

    // What neighbouring experts have is said once.
    private static void EmitGroup(SourceWriter writer, TensorGroup group)
    {
        if (group.Set is not null)
        {
            writer.Line($".. TensorLayout.Under({Literal.Of(group.Prefix)}, {group.Floats}, {group.Set}),");
            return;
        }
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
        writer.Line(group.Prefix.Length == 0 ? "])," : $"], {Literal.Of(group.Prefix)}),");
    }

    private static string Tensor(TensorPlan tensor)
    {
        Placement place = tensor.Placement;
        string shape = string.Join(", ", tensor.Shape.Select(Literal.Of));
        string start = tensor.Initial ?? (tensor.FanIn > 0 ? $"Uniform({tensor.FanIn})" : $"Constant({Literal.OfSingle(tensor.Start)})");
        string format = tensor.Storage == StorageFormat.Float32 ? "" : $" {{ Format = WeightFormat.{tensor.Storage.Format} }}";
        return $"new(\"{tensor.Name}\", [{shape}], new TensorPlacement({place.Offset}, {place.Lanes}, {place.GroupStride}, {place.InputStride}), InitialValue.{start}{(tensor.IsTrained ? "" : ", Trained: false")}{(tensor.Decays ? "" : ", Decays: false")}){format},";
    }

    private static void EmitHeader(SourceWriter writer, ModelPlan plan)
    {
        FilePlan file = plan.File;
        writer.Summary("Where the digits of the data's CRC-32 stand in the header.");
        writer.Line($"public const int ChecksumOffset = {file.ChecksumOffset};");
        writer.Line();
        bool isLiteral = plan.Root.Tensors.Count <= MostLiteral;
        if (!isLiteral)
        {
            writer.Line($"private static readonly byte[] s_header = OwnHeader.Of(Layout, {Literal.Raw(file.Header.Substring(0, file.FirstTensor))});");
            writer.Line();
        }
        writer.Summary("The header of a file, but for the digits of the checksum.");
        // One literal: the compiler takes 300 us to bind a sum of two (measured).
        writer.Line($"public static ReadOnlySpan<byte> Header => {(isLiteral ? Literal.Raw(file.Header) + "u8" : "s_header")};");
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

    private static string[] ClassNames(ModelSpec spec) => spec.Classifier is null ? [] : [.. spec.Classifier.Members];
}
