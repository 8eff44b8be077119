using System.Collections.Immutable;
using System.Linq;

namespace MoE.Specification;

/// <summary>
/// What the user declared, as written: no value is derived here, no symbol or syntax is held, and two equal specs
/// yield the same code.
/// </summary>
/// <param name="Attributes">The attributes of the vocabulary, as the compiler lists them.</param>
/// <param name="ArgumentFindings">What is wrong with single arguments, each by itself.</param>
public sealed record ModelSpec(
    DeclarationSpec Declaration, EquatableArray<AttributeSpec> Attributes, EquatableArray<Finding> ArgumentFindings)
{
    public MixtureOfExpertsSpec Mixture => Attributes.OfType<MixtureOfExpertsSpec>().LastOrDefault() ?? MixtureOfExpertsSpec.Default;

    /// <inheritdoc cref="MixtureOfExpertsSpec"/>
    public int Inputs => Mixture.Inputs;

    /// <inheritdoc cref="MixtureOfExpertsSpec"/>
    public int Outputs => Mixture.Outputs;

    /// <inheritdoc cref="MixtureOfExpertsSpec"/>
    public int TopK => Mixture.TopK;

    /// <inheritdoc cref="MixtureOfExpertsSpec"/>
    public NumberSpec CapacityFactor => Mixture.CapacityFactor;

    /// <inheritdoc cref="MixtureOfExpertsSpec"/>
    public int MinCapacity => Mixture.MinCapacity;

    /// <summary>The declared gatings, in order; none means the default softmax gating, more than one is an error.</summary>
    public EquatableArray<GatingSpec> Gating => Attributes.OfType<GatingSpec>().ToImmutableArray();

    /// <summary>The gating that counts.</summary>
    public GatingSpec Router => Attributes.OfType<GatingSpec>().FirstOrDefault() ?? SoftmaxGatingSpec.Default;

    public EquatableArray<ExpertSpec> Experts => Attributes.OfType<ExpertSpec>().ToImmutableArray();

    public SharedExpertSpec? SharedExpert => Attributes.OfType<SharedExpertSpec>().LastOrDefault();

    public ResidualBlockSpec? ResidualBlock => Attributes.OfType<ResidualBlockSpec>().LastOrDefault();

    public BackboneSpec? Backbone => Attributes.OfType<BackboneSpec>().LastOrDefault();

    /// <summary>The declared mixers, in order; more than one is an error.</summary>
    public EquatableArray<MixerSpec> Mixers => Attributes.OfType<MixerSpec>().ToImmutableArray();

    /// <summary>The mixer that counts; null without a backbone.</summary>
    public MixerSpec? Mixer => Attributes.OfType<MixerSpec>().FirstOrDefault();

    /// <summary>Values that a row yields: the classes of a classifier; 0 where nothing says it.</summary>
    public int RowOutputs => Classifier?.Members.Count ?? Outputs;

    /// <summary>Values of a row that a mixture and its experts read: a backbone's width, where there is one.</summary>
    public int MixtureInputs => Backbone?.Width ?? Inputs;

    /// <summary>Values that a mixture and its experts make of a row: a backbone's width, where there is one.</summary>
    public int MixtureOutputs => Backbone?.Width ?? RowOutputs;

    /// <summary>Whether a row's output may depend on other rows: then a call is one sequence.</summary>
    public bool RowsSeeEachOther => Backbone is not null || Router.RowsSeeEachOther || Experts.Any(expert => expert.RowsSeeEachOther);

    /// <summary>Whether a call's rows come one after the other, so that it has states and steps.</summary>
    public bool IsSequence => Backbone is not null || Experts.Any(expert => expert.RowsSeeEachOther);

    /// <summary>What makes more of the model than a mixture that takes each row by itself; null for such a mixture.</summary>
    public AttributeSpec? Block => (AttributeSpec?)Backbone ?? (AttributeSpec?)ResidualBlock ?? Experts.FirstOrDefault(expert => expert.RowsSeeEachOther);

    /// <summary>Whether it takes rows that say which columns are not zero.</summary>
    public bool TakesSparseRows => Mixture.SparseInputs && Block is null;

    public ClassifierSpec? Classifier => Attributes.OfType<ClassifierAttributeSpec>().LastOrDefault()?.Labels;

    /// <summary>Whether the mixture is a part of something: what it says is not what the model says.</summary>
    public bool IsMixturePart => ResidualBlock is not null || Backbone is not null;

    /// <summary>Whether a classifier's experts say probabilities, or are made to.</summary>
    public bool MixesProbabilities => Classifier is not null && !IsMixturePart && Attributes.OfType<ClassifierAttributeSpec>().Last().Mixing switch
    {
        Mixing.Auto => Experts.Any(expert => expert.GivesProbabilities),
        Mixing mixing => mixing == Mixing.Probabilities,
    };

    public TrainingSpec? Training => Attributes.OfType<TrainingSpec>().LastOrDefault();

    /// <summary>Whether an expert knows more than parameters, which files hold.</summary>
    public bool HoldsState => Experts.Any(expert => expert.HoldsState);

    /// <summary>The same model for predicting only, as an expert of one that is not trained.</summary>
    public ModelSpec WithoutTraining => this with { Attributes = Attributes.Where(attribute => attribute is not TrainingSpec).ToImmutableArray() };

    /// <summary>The same model with nothing said of classes.</summary>
    public ModelSpec WithoutClassifier => this with { Attributes = Attributes.Where(attribute => attribute is not ClassifierAttributeSpec).ToImmutableArray() };

    /// <summary>The number of experts; in 64 bits, so that no declaration overflows it.</summary>
    public long ExpertCount => Attributes.OfType<ExpertSpec>().Sum(expert => (long)expert.Count);

    /// <summary>The balance loss that training takes.</summary>
    public LoadBalance Balance => Training is not { } training || training.LoadBalanceWeight.Value == 0 ? LoadBalance.None
        : training.LoadBalance == LoadBalance.Auto ? Router.AutoBalance : training.LoadBalance;
}
