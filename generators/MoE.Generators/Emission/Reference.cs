using MoE.Generators.Planning;

namespace MoE.Generators.Emission;

/// <summary>How generated code says "the element some floats behind a reference".</summary>
internal static class Reference
{
    public static string At(string reference, int offset) => At(reference, Literal.Of(offset));

    public static string At(string reference, string offset) =>
        offset == "0" ? "ref " + reference : $"ref Unsafe.Add(ref {reference}, {offset})";

    /// <summary>Declares where a layer's weights begin.</summary>
    public static string Weights(LinearPlan layer, string name, string offset) => layer.Storage == StorageFormat.Float32
        ? $"ref float {name} = {At("w", offset)};"
        : $"ref ushort {name} = ref Unsafe.As<float, ushort>({At("w", offset)});";

    public static string Value(string reference, int offset) =>
        offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {Literal.Of(offset)})";
}
