using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>What stands around the mixture of a residual block.</summary>
internal static class ResidualEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan model, ResidualPlan residual)
    {
        writer.Summary($"What stands around the mixture of {GeneratedFile.See(model)}.");
        using (writer.Block($"internal static class {GeneratedFile.ClassName(model, "Residual")}"))
        {
            writer.Summary("What rows pass before the mixture; its parameters come first.");
            writer.Line($"public static readonly RowNorm Norm = {NormOf(residual.Norm)};");
        }
    }

    public static string NormOf(NormPlan norm) =>
        $"new(global::MoE.Norm.{norm.Kind}, epsilon: {Literal.OfSingle(norm.Epsilon)}, width: {norm.Rows.Width}, stride: {norm.Rows.Stride})";
}
