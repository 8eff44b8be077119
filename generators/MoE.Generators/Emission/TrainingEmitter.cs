using System;
using System.Globalization;
using System.Linq;
using MoE.Generators.Emission.Ops;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission;

/// <summary>The file with a model's training: each kind of expert forward with what is kept, and backward.</summary>
internal static class TrainingEmitter
{
    private const string ForwardParameters = "ref float x, ref float y, int rows, ref float saved, DropoutMask dropout";
    private const string BackwardParameters = "ref float x, ref float yGradient, int rows, ref float saved, ref float gradients, ref float scratch, DropoutMask dropout";

    public static string Emit(ModelPlan plan)
    {
        SourceWriter writer = new();
        using (GeneratedFile.Open(writer))
        {
            writer.Summary($"The training of {GeneratedFile.See(plan)}.");
            using (writer.Block($"internal static class {GeneratedFile.ClassName(plan, "Training")}"))
            {
                EmitSettings(writer, plan);
                writer.Line();
                EmitGate(writer, plan);
                writer.Line();
                writer.Summary("One expert, keeping what its way back needs.");
                using (writer.Block($"public static void Forward(int expert, ref float parameters, {ForwardParameters})"))
                    ExpertsEmitter.EmitChoice(writer, plan, "parameters", kind => $"{kind.Name}Forward(ref x, ref w, ref y, rows, ref saved, dropout);");
                writer.Line();
                writer.Summary("One expert's gradients.");
                using (writer.Block($"public static void Backward(int expert, ref float parameters, {BackwardParameters.Replace("ref float gradients", "ref float allGradients")})"))
                    ExpertsEmitter.EmitChoice(writer, plan, "parameters", kind => $"{kind.Name}Backward(ref x, ref w, ref yGradient, rows, ref saved, {Behind("allGradients")}, ref scratch, dropout);");
                foreach (ExpertKindPlan kind in plan.Kinds)
                    EmitKind(writer, plan, kind);
            }
        }
        return writer.ToString();
    }

    // An expert's gradients lie in their buffer where its parameters lie in theirs.
    private static string Behind(string gradients) =>
        $"ref Unsafe.AddByteOffset(ref {gradients}, Unsafe.ByteOffset(ref parameters, ref w))";

    private static void EmitSettings(SourceWriter writer, ModelPlan plan)
    {
        TrainingSpec training = plan.Spec.Training!;
        double weight = training.LoadBalance == LoadBalance.None ? 0 : training.LoadBalanceWeight.Value;
        writer.Summary("What the trainer must know.");
        writer.Line("public static readonly MixtureTraining Settings = new(");
        using IDisposable indent = writer.Indent();
        writer.Line($"LoadBalanceWeight: {Literal.OfDouble(weight)},");
        writer.Line($"CapacityFactor: {CapacityFactor(plan)},");
        writer.Line($"MinCapacity: {plan.Spec.MinCapacity},");
        writer.Line($"TemperatureOffset: {plan.Gate.TemperatureOffset},");
        writer.Line($"SavedStride: {plan.SavedStride},");
        writer.Line($"BackwardStride: {plan.BackwardStride},");
        writer.Line($"BackwardFloats: {plan.TransposedFloats});");
    }

    // Exactly what the user wrote. A factor that leaves every expert room for all rows is the same as none.
    private static string CapacityFactor(ModelPlan plan)
    {
        NumberSpec factor = plan.Spec.CapacityFactor;
        if (factor.Value == 0 || factor.Value * plan.Spec.TopK >= plan.ExpertCount)
            return "0m";
        return decimal.Parse(factor.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "m";
    }

    private static void EmitGate(SourceWriter writer, ModelPlan plan)
    {
        writer.Summary("The router's gradients.");
        using IDisposable method = writer.Block("public static void GateGradient(ref float x, ref float logitGradients, int rows, ref float gradients)");
        writer.Line($"LinearLayer.Backward({GeneratedFile.ClassName(plan, "Kernels")}.GateShape, ref x, ref logitGradients, ref logitGradients, ref gradients, rows);");
    }

    private static void EmitKind(SourceWriter writer, ModelPlan plan, ExpertKindPlan kind)
    {
        string kernels = GeneratedFile.ClassName(plan, "Kernels");
        string title = $"{ExpertsEmitter.NamesOf(plan, kind)}: {kind.Summary}";
        writer.Line();
        writer.Summary(title + ".");
        using (writer.Block($"private static void {kind.Name}Forward(ref float x, ref float w, ref float y, int rows, ref float saved, DropoutMask dropout)"))
        {
            OpEmitter.DeclareBuffers(writer, kind.Saved, "saved");
            foreach (OpPlan op in kind.Ops)
                OpEmitter.Forward(writer, op, kernels);
        }
        writer.Line();
        writer.Summary(title + ", from the end to the beginning.");
        using (writer.Block($"private static void {kind.Name}Backward(ref float x, ref float w, {BackwardParameters.Substring("ref float x, ".Length)})"))
        {
            OpEmitter.DeclareBackward(writer, kind);
            foreach (OpPlan op in kind.Ops.Reverse())
                OpEmitter.Backward(writer, op, kernels);
        }
    }
}
