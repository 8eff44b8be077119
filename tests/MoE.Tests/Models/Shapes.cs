using System.Linq;
using Embedded;
using ErrorTriage;
using ErrorTriage.Models;
using Xunit;

namespace MoE.Tests.Models;

/// <summary>The shapes with odd sizes, by name.</summary>
internal static class Shapes
{
    public static readonly ModelFactory[] All =
    [
        ModelFactory.Regressor<OneByOne>(),
        ModelFactory.Regressor<LinearExperts>(),
        ModelFactory.Regressor<ThreeLayersDeep>(),
        ModelFactory.Regressor<ManyInputs>(),
        ModelFactory.Regressor<ManyOutputs>(),
        ModelFactory.Regressor<AllGated>(),
        ModelFactory.Regressor<Normed>(),
        ModelFactory.Regressor<Unbiased>(),
        ModelFactory.Regressor<TwoKinds>(),
        ModelFactory.Regressor<ThreeHundredWide>(),
        ModelFactory.Classifier<TintClassifier, Tint>(),
        ModelFactory.Regressor<ManyExperts>(),
        ModelFactory.Regressor<ThousandInputs>(),
        ModelFactory.Regressor<OneExpert>(),
        ModelFactory.Classifier<GoldenSentiment, Sentiment>(),
        ModelFactory.Regressor<GoldenEndNormDropout>(),
        ModelFactory.Regressor<SoftShape>(),
        ModelFactory.Regressor<HashShape>(),
        ModelFactory.Regressor<SwitchShape>(),
        ModelFactory.Regressor<SigmoidShape>(),
        ModelFactory.Regressor<SigmoidAsItIs>(),
        ModelFactory.Regressor<GroupedShape>(),
        ModelFactory.Regressor<NoisyShape>(),
        ModelFactory.Regressor<SoftmaxNoiseShape>(),
        ModelFactory.Regressor<ImportanceShape>(),
        ModelFactory.Regressor<MeanSquareShape>(),
        ModelFactory.Regressor<SumOfSquaresShape>(),
        ModelFactory.Regressor<EntropyShape>(),
        ModelFactory.Regressor<CentreShape>(),
        ModelFactory.Regressor<SharedShape>(),
        ModelFactory.Regressor<GatedSharedShape>(),
        ModelFactory.Regressor<ClampedShape>(),
        ModelFactory.Regressor<ThreeLevels>(),
        ModelFactory.Classifier<MixedHues, Hue>(),
        ModelFactory.Classifier<MixedProbabilities, Hue>(),
        ModelFactory.Regressor<ResidualShape>(),
        ModelFactory.Regressor<RmsResidualShape>(),
        ModelFactory.Regressor<HashResidualShape>(),
    ];

    /// <summary>Shapes whose rows see each other: what is promised of a row among others does not hold for them, all else does.</summary>
    public static readonly ModelFactory[] Whole =
    [
        ModelFactory.Regressor<GoldenExpertChoice>(),
        ModelFactory.Regressor<FewSlots>(),
        ModelFactory.Regressor<ManySlots>(),
        ModelFactory.Regressor<OneSlotEach>(),
        ModelFactory.Regressor<SharedSlots>(),
        ModelFactory.Regressor<HolderOfCrowds>(),
        ModelFactory.Classifier<SlotClassifier, Tint>(),
        ModelFactory.Regressor<SmallMamba>(),
        ModelFactory.Regressor<WindowedAttention>(),
        ModelFactory.Regressor<WholeAttention>(),
        ModelFactory.Regressor<MambaAmongExperts>(),
        ModelFactory.Regressor<MambaInLayers>(),
    ];

    /// <summary>Shapes with experts that a Fit grows, before which they know nothing.</summary>
    public static readonly ModelFactory[] Grown =
    [
        ModelFactory.Classifier<ForestClassifier, Hue>(),
        ModelFactory.Regressor<ForestRegressor>(),
        ModelFactory.Classifier<ForestsAlone, Hue>(),
        ModelFactory.Classifier<ForestsInside, Hue>(),
    ];

    /// <summary>The models of the samples; too large to compute everything that the others do.</summary>
    public static readonly ModelFactory[] Samples =
    [
        ModelFactory.Classifier<TriageMixture, ErrorCategory>(),
        ModelFactory.Classifier<SingleExpert, ErrorCategory>(),
        ModelFactory.Classifier<LetterReader, Letter>(),
    ];

    public static TheoryData<string> Names => new(All.Select(shape => shape.Name));

    public static ModelFactory Of(string name) => All.Concat(Whole).Concat(Grown).Concat(Samples).Single(shape => shape.Name == name);

    /// <summary>A model none of whose parameters is the 0 or 1 that it would start with.</summary>
    public static IModel Create(string name)
    {
        IModel model = Of(name).Create(11);
        int seed = 0;
        foreach (TensorInfo tensor in model.Parameters)
        {
            float[] noise = SampleData.Uniform(++seed, model.Get(tensor.Name).Length, 0.1f);
            model.Set(tensor.Name, [.. model.Get(tensor.Name).Zip(noise, (value, more) => value + more)]);
        }

        return model;
    }
}
