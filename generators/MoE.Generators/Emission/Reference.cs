namespace MoE.Generators.Emission;

/// <summary>How generated code says "the element some floats behind a reference".</summary>
internal static class Reference
{
    public static string At(string reference, int offset) => At(reference, Literal.Of(offset));

    public static string At(string reference, string offset) =>
        offset == "0" ? "ref " + reference : $"ref Unsafe.Add(ref {reference}, {offset})";

    public static string Value(string reference, int offset) =>
        offset == 0 ? reference : $"Unsafe.Add(ref {reference}, {Literal.Of(offset)})";
}
