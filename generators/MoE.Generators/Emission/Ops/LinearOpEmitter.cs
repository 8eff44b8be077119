using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Calls a linear layer's kernel.</summary>
internal static class LinearOpEmitter
{
    public static void Forward(SourceWriter writer, LinearOp op, string kernels)
    {
        writer.Line($"// {op.Linear.Summary}");
        writer.Line($"{kernels}.{op.Linear.Name}(ref {op.Source.Name}, {Reference.At("w", op.Offset)}, ref {op.Target.Name}, rows);");
    }
}
