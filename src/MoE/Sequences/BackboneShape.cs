using System.ComponentModel;
using MoE.Blocks;

namespace MoE.Sequences;

/// <summary>
/// A backbone as the compiler planned it: <c>x = input(row)</c>; in each layer <c>x += mixer(norm1(x))</c>, <c>x += f(norm2(x))</c>, f a
/// mixture in every so manieth layer, else dense; then a norm and a head. Equal parts are one object: layers differ in where their
/// parameters lie.
/// </summary>
/// <param name="inputs">Columns of a row.</param>
/// <param name="inputStride">Floats from one row to the next in working memory.</param>
/// <param name="outputs">Columns that a row yields.</param>
/// <param name="outputStride">Floats from one to the next.</param>
/// <param name="layers">How many.</param>
/// <param name="mixtureEvery">Layers whose number from 1 is a multiple of this have a mixture.</param>
/// <param name="mixtureFloats">A mixture's parameters.</param>
/// <param name="norm">The norm before each sublayer, and the last one.</param>
/// <param name="mixer">The first sublayer.</param>
/// <param name="mixerFloats">Its parameters.</param>
/// <param name="dense">The second sublayer of layers without a mixture; null where there is none such.</param>
/// <param name="input">From a row to the width; null where they are the same.</param>
/// <param name="head">From the width to the outputs; null: there is none.</param>
/// <param name="hasFinalNorm">Whether a norm comes before the head.</param>
/// <param name="dropout">While training, the share of each sublayer's values that is dropped.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BackboneShape(
    int inputs, int inputStride, int outputs, int outputStride, int layers, int mixtureEvery, int mixtureFloats, RowNorm norm, SequenceMixer mixer, int mixerFloats,
    SequenceFeedForward? dense = null, SequenceLinear? input = null, SequenceLinear? head = null, bool hasFinalNorm = true, double dropout = 0)
{
    /// <summary>Columns of a row.</summary>
    public int Inputs => inputs;

    /// <summary>Columns that a row yields.</summary>
    public int Outputs => outputs;

    /// <summary>How many layers.</summary>
    public int Layers => layers;

    internal int InputStride => inputStride;

    internal int OutputStride => outputStride;

    internal int Width => norm.Width;

    internal int Stride => norm.Stride;

    internal int Mixtures => layers / mixtureEvery;

    internal RowNorm Norm => norm;

    internal SequenceMixer Mixer => mixer;

    internal SequenceFeedForward? Dense => dense;

    internal SequenceLinear? Input => input;

    internal SequenceLinear? Head => head;

    internal bool HasFinalNorm => hasFinalNorm;

    internal double Dropout => dropout;

    private int InputFloats => input?.Floats ?? 0;

    /// <summary>Whether a layer, counted from 0, has a mixture.</summary>
    public bool HasMixture(int layer) => (layer + 1) % mixtureEvery == 0;

    /// <summary>The mixture of such a layer, counted from 0 among them.</summary>
    internal int MixtureOf(int layer) => layer / mixtureEvery;

    /// <summary>The layer of a mixture.</summary>
    internal int LayerOf(int mixture) => ((mixture + 1) * mixtureEvery) - 1;

    /// <summary>A layer's first parameter, which is its first norm's.</summary>
    internal int Layer(int layer)
    {
        int mixtures = layer / mixtureEvery;
        return checked(InputFloats + (layer * ((2 * norm.Floats) + mixerFloats)) + (mixtures * mixtureFloats) + ((layer - mixtures) * (dense?.Floats ?? 0)));
    }

    internal int MixerOf(int layer) => Layer(layer) + norm.Floats;

    internal int SecondNormOf(int layer) => MixerOf(layer) + mixerFloats;

    /// <summary>The first parameter of a layer's mixture or dense sublayer.</summary>
    public int FeedOf(int layer) => SecondNormOf(layer) + norm.Floats;

    internal int FinalNorm => Layer(layers);

    internal int HeadOffset => FinalNorm + (hasFinalNorm ? norm.Floats : 0);
}
