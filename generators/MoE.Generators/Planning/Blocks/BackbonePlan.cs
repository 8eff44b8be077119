using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>
/// Layers over a sequence: each x += mixer(norm(x)), then x += f(norm(x)), f the mixture in every so manieth layer, else dense. Equal
/// layers share all but their parameters: what is emitted grows with shapes, not with layers.
/// </summary>
/// <param name="InputLayer">From a row to the width; null where they are the same.</param>
/// <param name="Mixture">Of the layers that have one.</param>
/// <param name="Dense">The second sublayer of the others; null where all have a mixture.</param>
/// <param name="Layers">How many.</param>
/// <param name="MixtureEvery">Layers whose number from 1 is a multiple of this have the mixture.</param>
/// <param name="HasFinalNorm">Whether a norm comes before the head.</param>
/// <param name="Head">From the width to the outputs; null: there is none.</param>
/// <param name="Dropout">While training, the share of a sublayer's values that is dropped.</param>
internal sealed record BackbonePlan(
    string Summary,
    BufferPlan Input,
    BufferPlan Output,
    SequenceLayerPlan? InputLayer,
    NormPlan Norm,
    MixerPlan Mixer,
    MixturePlan Mixture,
    DensePlan? Dense,
    int Layers,
    int MixtureEvery,
    bool HasFinalNorm,
    SequenceLayerPlan? Head,
    double Dropout)
    : BlockPlan(Summary, Input, Output)
{
    private const string DenseLayer = "DenseLayer";

    private const string MixtureLayer = "MixtureLayer";

    public int Mixtures => Layers / MixtureEvery;

    private int InputFloats => InputLayer?.End ?? 0;

    private int CommonFloats => checked((2 * Norm.Floats) + Mixer.Floats);

    private int FinalNormOffset => OffsetOf(Layers);

    private int HeadOffset => checked(FinalNormOffset + (HasFinalNorm ? Norm.Floats : 0));

    public override IReadOnlyList<TensorPlan> Tensors =>
    [
        .. InputTensors,
        .. Enumerable.Range(0, Layers).SelectMany(layer => LayerTensors(HasMixture(layer)).Select(tensor => tensor.At(LayerPrefix(layer), OffsetOf(layer)))),
        .. LastTensors,
    ];

    public override IEnumerable<TensorGroup> TensorGroups =>
    [
        new TensorGroup(0, 1, 0, [.. InputTensors]),
        .. Enumerable.Range(0, Layers).Select(layer => new TensorGroup(0, 1, OffsetOf(layer), []) { Prefix = LayerPrefix(layer), Set = HasMixture(layer) ? MixtureLayer : DenseLayer }),
        new TensorGroup(0, 1, 0, [.. LastTensors]),
    ];

    public override IEnumerable<TensorSet> TensorSets =>
    [
        new TensorSet(MixtureLayer, "A layer with a mixture.", [new TensorGroup(0, 1, 0, [.. CommonTensors]), .. Mixture.TensorGroups.Select(group => group.At(ResidualPlan.MixturePrefix, CommonFloats))]),
        .. Dense is null ? [] : new[] { new TensorSet(DenseLayer, "A layer without one.", [new TensorGroup(0, 1, 0, LayerTensors(false))]) },
    ];

    public override int Floats => checked(HeadOffset + (Head?.Linear.Floats ?? 0));

    /// <summary>The linear layers but those of the mixture.</summary>
    public override IEnumerable<LinearPlan> Linears => SequenceLayers.Select(layer => layer.Linear);

    public override IEnumerable<LinearPlan> TrainingLinears => SequenceLayers.Select(layer => layer.Back).OfType<LinearPlan>();

    public override IEnumerable<BlockPlan> Inner => [Mixture];

    public override IEnumerable<string> StatePrefixes => Enumerable.Range(0, Mixtures).SelectMany(index => Mixture.StatePrefixes.Select(prefix => MixturePrefix(index) + prefix));

    public override bool RowsSeeEachOther => true;

    public override bool ReadsInputPadding => InputLayer?.Linear.ReadsPadding ?? false;

    public override long ActiveParameterCount => ParameterCount - (Mixtures * (Mixture.ParameterCount - Mixture.ActiveParameterCount));

    public override long ActiveBytes => Tensors.Sum(tensor => tensor.Bytes) - (Mixtures * (Mixture.Tensors.Sum(tensor => tensor.Bytes) - Mixture.ActiveBytes));

    public override long MultiplyAdds =>
        (InputLayer?.MultiplyAdds ?? 0) + (Layers * Mixer.MultiplyAdds) + (Mixtures * Mixture.MultiplyAdds)
        + ((Layers - Mixtures) * ((Dense?.Hidden.MultiplyAdds ?? 0) + (Dense?.Output.MultiplyAdds ?? 0))) + (Head?.MultiplyAdds ?? 0);

    private IEnumerable<SequenceLayerPlan> SequenceLayers =>
        new[] { InputLayer }.Concat(Mixer.Layers).Concat([Dense?.Hidden, Dense?.Output, Head]).OfType<SequenceLayerPlan>();

    private IEnumerable<TensorPlan> InputTensors => InputLayer?.Tensors("input.") ?? [];

    private IEnumerable<TensorPlan> LastTensors =>
    [
        .. HasFinalNorm ? Norm.TensorsAt("norm.", FinalNormOffset) : [],
        .. Head?.Tensors("head.").Select(tensor => tensor.At("", HeadOffset)) ?? [],
    ];

    private IEnumerable<TensorPlan> CommonTensors =>
    [
        .. Norm.TensorsAt("norm1.", 0),
        .. Mixer.Tensors.Select(tensor => tensor.At(Mixer.Prefix, Norm.Floats)),
        .. Norm.TensorsAt("norm2.", checked(Norm.Floats + Mixer.Floats)),
    ];

    /// <summary>Whether a layer, counted from 0, has a mixture.</summary>
    public bool HasMixture(int layer) => (layer + 1) % MixtureEvery == 0;

    /// <summary>What the names of a mixture's parameters begin with; counted from 0 among the mixtures.</summary>
    public string MixturePrefix(int index) => LayerPrefix(((index + 1) * MixtureEvery) - 1) + ResidualPlan.MixturePrefix;

    private IReadOnlyList<TensorPlan> LayerTensors(bool hasMixture) =>
        [.. CommonTensors, .. hasMixture ? Mixture.TensorsAt(ResidualPlan.MixturePrefix, CommonFloats) : Dense!.Tensors.Select(tensor => tensor.At(DensePlan.Prefix, CommonFloats))];

    private int OffsetOf(int layer)
    {
        int mixtures = layer / MixtureEvery;
        return checked(InputFloats + (layer * CommonFloats) + (mixtures * Mixture.Floats) + ((layer - mixtures) * (Dense?.Floats ?? 0)));
    }

    private static string LayerPrefix(int layer) => string.Format(CultureInfo.InvariantCulture, "layers.{0}.", layer);
}
