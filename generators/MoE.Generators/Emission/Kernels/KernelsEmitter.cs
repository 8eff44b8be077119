using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>The file with a model's linear layers: one class that picks the instruction set, one for each set.</summary>
internal static class KernelsEmitter
{
    public static string Emit(ModelPlan plan)
    {
        SourceWriter writer = new();
        using (GeneratedFile.Open(writer))
        {
            writer.Summary($"The linear layers of {GeneratedFile.See(plan)}, in the best instruction set of the machine. All of them give the same bits, but where there is no fused multiply-add.");
            using (writer.Block($"internal static class {GeneratedFile.ClassName(plan, "Kernels")}"))
            {
                foreach (LinearPlan linear in plan.AllLinears)
                {
                    LinearEmitter.EmitDispatch(writer, linear);
                    writer.Line();
                }
                foreach (LinearPlan linear in plan.TrainedLinears)
                {
                    GradientEmitter.EmitDispatch(writer, linear);
                    writer.Line();
                }
            }
            foreach (Dialect dialect in Dialect.All)
            {
                writer.Line();
                writer.Summary($"For {dialect.Title}.");
                using (writer.Block($"file static class {dialect.ClassName}"))
                {
                    foreach (LinearPlan linear in plan.AllLinears)
                    {
                        LinearEmitter.EmitLeg(writer, linear, dialect);
                        writer.Line();
                    }
                    foreach (LinearPlan linear in plan.TrainedLinears)
                    {
                        GradientEmitter.EmitLeg(writer, linear, dialect);
                        writer.Line();
                    }
                }
            }
        }
        return writer.ToString();
    }
}
