using System;
using MoE.Generators.Emission.Gates;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators.Emission.Blocks;

/// <summary>The part of a mixture's class that trains it: each shape of expert forward with what is kept, and backward.</summary>
internal static class MixtureTrainingEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan model, MixturePlan mixture)
    {
        string kernels = GeneratedFile.ClassName(model, "Kernels");
        using (writer.Block($"partial class {GeneratedFile.ClassName(model, "Mixture")} : ITrainableMixture"))
        {
            EmitSettings(writer, model, mixture);
            writer.Line();
            writer.Line("public MixtureTraining Training => s_training;");
            writer.Line();
            EmitGate(writer, mixture.Gate, kernels);
            writer.Line();
            writer.Summary("One expert, keeping what its way back needs.");
            using (writer.Block($"public void Forward(int expert, ref float x, {ExpertEmitter.ForwardParameters})"))
                ExpertEmitter.Choice(writer, mixture, expert => $"{expert.Name}Forward(ref x, ref w, ref y, rows, ref saved, dropout);");
            writer.Line();
            writer.Summary("One expert's gradients, which lie in their buffer where its parameters lie in theirs.");
            using (writer.Block($"public void Backward(int expert, ref float x, {ExpertEmitter.BackwardParameters})"))
                ExpertEmitter.Choice(writer, mixture, expert => $"{expert.Name}Backward(ref x, ref w, ref yGradient, rows, ref saved, ref Unsafe.AddByteOffset(ref gradients, Unsafe.ByteOffset(ref Parameters, ref w)), ref scratch, dropout);");
            foreach (ExpertPlan expert in mixture.Shapes)
            {
                writer.Line();
                ExpertEmitter.Forward(writer, mixture, expert, kernels);
                writer.Line();
                ExpertEmitter.Backward(writer, mixture, expert, kernels);
            }
        }
    }

    private static void EmitSettings(SourceWriter writer, ModelPlan model, MixturePlan mixture)
    {
        writer.Summary("What the trainer must know.");
        writer.Line("private static readonly MixtureTraining s_training = new(");
        using IDisposable indent = writer.Indent();
        TrainingSpec training = model.Spec.Training!;
        LoadBalance balance = model.Spec.Balance;
        writer.Line($"loadBalance: LoadBalance.{balance},");
        writer.Line($"loadBalanceWeight: {Literal.OfDouble(balance == LoadBalance.None ? 0 : training.LoadBalanceWeight.Value)},");
        writer.Line($"savedStride: {mixture.SavedStride},");
        writer.Line($"backwardStride: {mixture.BackwardStride},");
        writer.Line($"backwardFloats: {mixture.TransposedFloats}"
            + (training.RouterZLossWeight.Value > 0 ? $",\nrouterZLossWeight: {Literal.OfDouble(training.RouterZLossWeight.Value)}" : "")
            + (training.ExpertDropout.Value > 0 ? $",\nexpertDropout: {Literal.OfDouble(training.ExpertDropout.Value)}" : "") + ");");
    }

    private static void EmitGate(SourceWriter writer, GatePlan gate, string kernels)
    {
        writer.Summary(gate.Layer is null ? "The router has no layer." : "The gradients of the router's layer.");
        using IDisposable method = writer.Block("public void GateGradient(ref float inputs, ref float logitGradients, int rows, ref float gradients)");
        if (gate.Layer is not null)
            GateLayerEmitters.Of(gate.Layer).Backward(writer, gate.Layer, kernels);
    }
}
