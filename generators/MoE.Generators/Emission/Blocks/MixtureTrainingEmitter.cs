using System;
using System.Linq;
using MoE.Generators.Emission.Gates;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Blocks;

/// <summary>The part of a mixture's class that trains it: each shape of expert forward with what is kept, and backward.</summary>
internal static class MixtureTrainingEmitter
{
    public static void Emit(SourceWriter writer, ModelPlan model, MixturePlan mixture, TrainingPlan training)
    {
        string kernels = GeneratedFile.ClassName(model, "Kernels" + mixture.Scope);
        // Those that see a sequence are trained by the library.
        ExpertRange[] experts = [.. mixture.AllExperts.Where(range => range.Expert.Sequence is null)];
        using (writer.Block($"partial class {GeneratedFile.ClassName(model, "Mixture" + mixture.Scope)} : ITrainableMixture"))
        {
            EmitSettings(writer, mixture, training);
            writer.Line();
            writer.Line("public MixtureTraining Training => s_training;");
            writer.Line();
            EmitGate(writer, mixture.Gate, kernels);
            if (mixture.CarriesInputGradients && mixture.Gate.Layer is { } layer)
                EmitGateInputs(writer, layer, kernels);
            writer.Line();
            writer.Summary("One expert, keeping what its way back needs.");
            using (writer.Block($"public void Forward(int expert, ref float x, {ExpertEmitter.ForwardParameters})"))
                ExpertEmitter.Choice(writer, experts, range => $"{range.Expert.Name}Forward({PartEmitter.Argument(range)}ref x, ref w, ref y, rows, ref saved, pass);");
            writer.Line();
            writer.Summary("One expert's gradients, which lie in their buffer where its parameters lie in theirs.");
            using (writer.Block($"public void Backward(int expert, ref float x, {ExpertEmitter.BackwardParameters})"))
                ExpertEmitter.Choice(writer, experts, range => $"{range.Expert.Name}Backward({PartEmitter.Argument(range)}ref x, ref w, ref yGradient, rows, ref saved, ref Unsafe.AddByteOffset(ref gradients, Unsafe.ByteOffset(ref Parameters, ref w)), ref scratch, pass);");
            PartEmitter.Choice(writer, mixture, "ITrainableMixture", "Nested", "The mixture that an expert is.", expert => expert.Inner.Any());
            foreach (ExpertPlan expert in mixture.Shapes.Where(shape => shape.Sequence is null))
            {
                writer.Line();
                ExpertEmitter.Forward(writer, model, mixture, expert, kernels);
                writer.Line();
                ExpertEmitter.Backward(writer, model, mixture, expert, kernels);
            }
        }
    }

    private static void EmitSettings(SourceWriter writer, MixturePlan mixture, TrainingPlan training)
    {
        writer.Summary("What the trainer must know.");
        writer.Line("private static readonly MixtureTraining s_training = new(");
        using IDisposable indent = writer.Indent();
        writer.Line($"loadBalance: LoadBalance.{training.Balance},");
        writer.Line($"loadBalanceWeight: {Literal.OfDouble(training.BalanceWeight)},");
        writer.Line($"savedStride: {mixture.SavedStride},");
        writer.Line($"backwardStride: {mixture.BackwardStride},");
        writer.Line($"backwardFloats: {mixture.TransposedFloats}"
            + (training.RouterZLossWeight > 0 ? $",\nrouterZLossWeight: {Literal.OfDouble(training.RouterZLossWeight)}" : "")
            + (training.ExpertDropout > 0 ? $",\nexpertDropout: {Literal.OfDouble(training.ExpertDropout)}" : "")
            + (mixture.CarriesInputGradients ? ",\ncarriesInputGradients: true" : "") + ");");
    }

    private static void EmitGate(SourceWriter writer, GatePlan gate, string kernels)
    {
        writer.Summary(gate.Layer is null ? "The router has no layer." : "The gradients of the router's layer.");
        using IDisposable method = writer.Block("public void GateGradient(ref float inputs, ref float logitGradients, int rows, ref float gradients)");
        if (gate.Layer is not null)
            GateLayerEmitters.Of(gate.Layer).Backward(writer, gate.Layer, kernels);
    }

    private static void EmitGateInputs(SourceWriter writer, GateLayerPlan layer, string kernels)
    {
        writer.Line();
        writer.Summary("The gradient of what the router's layer read.");
        using IDisposable method = writer.Block("public void GateInputGradient(ref float logitGradients, ref float inputGradients, int rows, ref float scratch)");
        GateLayerEmitters.Of(layer).BackwardInputs(writer, layer, kernels);
    }
}
