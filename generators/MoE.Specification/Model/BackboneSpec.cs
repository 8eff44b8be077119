using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>Layers of a mixer and a mixture or a dense network, over sequences.</summary>
/// <param name="MixtureEvery">A layer whose number, from 1, is a multiple of it has the mixture.</param>
/// <param name="DenseHidden">0: four times the width.</param>
public sealed record BackboneSpec(int Width, int Layers, int MixtureEvery, int DenseHidden, Activation DenseActivation) : AttributeSpec
{
    public static AttributeTable Table { get; } = new(
        "BackboneAttribute",
        ImmutableArray.Create<Argument>(
            new SizeArgument("width", 0),
            new SizeArgument("layers", 0),
            new IntegerArgument("MixtureEvery", 2),
            new SizeArgument("DenseHidden", 0, mayBeLeftOut: true),
            new ChoiceArgument<Activation>("DenseActivation", Activation.Gelu),
            new FlagArgument("FinalNorm", true),
            new FlagArgument("Head", true),
            new ChoiceArgument<Norm>("Norm", Norm.LayerNorm),
            new NumberArgument("NormEpsilon", 1e-5, NumberRange.Positive, RuleIds.Temperature),
            new NumberArgument("Dropout", 0, NumberRange.Fraction, RuleIds.Dropout)),
        values => new BackboneSpec(
            values.Of<int>("width"),
            values.Of<int>("layers"),
            values.Of<int>("MixtureEvery"),
            values.Of<int>("DenseHidden"),
            values.Of<Activation>("DenseActivation"))
        {
            FinalNorm = values.Of<bool>("FinalNorm"),
            Head = values.Of<bool>("Head"),
            Norm = values.Of<Norm>("Norm"),
            NormEpsilon = values.Of<NumberSpec>("NormEpsilon"),
            Dropout = values.Of<NumberSpec>("Dropout"),
        });

    public bool FinalNorm { get; init; } = true;

    public bool Head { get; init; } = true;

    public Norm Norm { get; init; }

    public NumberSpec NormEpsilon { get; init; }

    public NumberSpec Dropout { get; init; }

    public override string Attribute => Table.Name;

    /// <summary>The hidden width of the dense networks; in 64 bits, so that no declaration overflows it.</summary>
    public long DenseWidth => DenseHidden == 0 ? 4L * Width : DenseHidden;

    /// <summary>Whether a layer, counted from 0 as in names, has the mixture.</summary>
    public bool HasMixture(int layer) => (layer + 1) % MixtureEvery == 0;
}
