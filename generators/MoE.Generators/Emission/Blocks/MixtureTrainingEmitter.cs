using System;
using System.Globalization;
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
        writer.Line($"loadBalanceWeight: {Literal.OfDouble(LoadBalanceWeight(model.Spec))},");
        writer.Line($"capacityFactor: {CapacityFactor(model.Spec, mixture)},");
        writer.Line($"minCapacity: {model.Spec.MinCapacity},");
        writer.Line($"savedStride: {mixture.SavedStride},");
        writer.Line($"backwardStride: {mixture.BackwardStride},");
        writer.Line($"backwardFloats: {mixture.TransposedFloats});");
    }

    private static double LoadBalanceWeight(ModelSpec spec)
    {
        LoadBalance balance = spec.Training!.LoadBalance == LoadBalance.Auto ? spec.Router.AutoBalance : spec.Training.LoadBalance;
        return balance == LoadBalance.None ? 0 : spec.Training.LoadBalanceWeight.Value;
    }

    // Exactly what the user wrote. A factor that leaves every expert room for all rows is the same as none.
    private static string CapacityFactor(ModelSpec spec, MixturePlan mixture)
    {
        NumberSpec factor = spec.CapacityFactor;
        if (factor.Value == 0 || !spec.Router.HeedsCapacity || factor.Value * mixture.TopK >= mixture.ExpertCount)
            return "0m";
        return decimal.Parse(factor.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + "m";
    }

    private static void EmitGate(SourceWriter writer, GatePlan gate, string kernels)
    {
        writer.Summary(gate.Layer is null ? "The router has no layer." : "The gradients of the router's layer.");
        using IDisposable method = writer.Block("public void GateGradient(ref float inputs, ref float logitGradients, int rows, ref float gradients)");
        if (gate.Layer is not null)
            writer.Line($"LinearLayer.Backward({kernels}.GateShape, ref inputs, ref logitGradients, ref logitGradients, ref gradients, rows);");
    }
}
