namespace MoE.Generators.Emission;

/// <summary>A layer that reads sparse rows or whole ones: which, the mixture knows.</summary>
internal static class SparseChoice
{
    /// <summary>The name of what it knows it by.</summary>
    public const string IsSparse = "isSparse";

    public static void Emit(SourceWriter writer, string sparse, string whole)
    {
        writer.Line($"if ({IsSparse})");
        writer.Line("    " + sparse);
        writer.Line("else");
        writer.Line("    " + whole);
    }
}
