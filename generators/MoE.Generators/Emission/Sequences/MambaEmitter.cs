using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Sequences;

/// <summary>How a MambaMixer is made.</summary>
internal static class MambaEmitter
{
    public static void Emit(SourceWriter writer, MambaPlan mamba, string kernels)
    {
        string[] layers = [.. mamba.Layers.Select(layer => SequenceLayerEmitter.Of(layer, kernels))];
        writer.Line("new MambaMixer(");
        using (writer.Indent())
        {
            writer.Line($"new MambaShape(width: {mamba.Width}, inner: {mamba.Inner}, states: {mamba.States}, taps: {mamba.Taps}, rank: {mamba.Rank}),");
            writer.Line($"inProjection: {layers[0]},");
            writer.Line($"convolution: {mamba.Convolution},");
            writer.Line($"convolutionBias: {mamba.ConvolutionBias},");
            writer.Line($"xProjection: {layers[1]},");
            writer.Line($"timeStep: {layers[2]},");
            writer.Line($"stateLogarithms: {mamba.StateLogarithms},");
            writer.Line($"skip: {mamba.Skip},");
            writer.Line($"outProjection: {layers[3]});");
        }
    }
}
