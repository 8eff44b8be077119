using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>
/// Symbols in, specification out. Total: whatever the user wrote yields a spec, and what is wrong with it is for the
/// rules or the compiler to say.
/// </summary>
public static class ModelParser
{
    public static ModelSpec Parse(INamedTypeSymbol model, CancellationToken cancellationToken)
    {
        ImmutableArray<SoftmaxGatingSpec>.Builder gating = ImmutableArray.CreateBuilder<SoftmaxGatingSpec>();
        ImmutableArray<ExpertSpec>.Builder experts = ImmutableArray.CreateBuilder<ExpertSpec>();
        AttributeReader main = default;
        ClassifierSpec? classifier = null;
        TrainingSpec? training = null;
        foreach (AttributeData attribute in model.GetAttributes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            AttributeReader reader = new(attribute);
            switch (AttributeNames.Of(attribute))
            {
                case AttributeNames.MixtureOfExperts:
                    main = reader;
                    break;
                case AttributeNames.SoftmaxGating:
                    gating.Add(SoftmaxGating(reader));
                    break;
                case AttributeNames.FeedForwardExpert:
                    experts.Add(FeedForwardExpert(reader));
                    break;
                case AttributeNames.GatedExpert:
                    experts.Add(GatedExpert(reader));
                    break;
                case AttributeNames.Classifier:
                    classifier = ClassifierParser.Parse(attribute, model);
                    break;
                case AttributeNames.Training:
                    training = Training(reader);
                    break;
            }
        }

        return new ModelSpec(
            DeclarationParser.Parse(model, cancellationToken),
            main.Integer("inputs", 0),
            main.Integer("outputs", 0),
            main.Integer("TopK", 1),
            main.Number("CapacityFactor", 0),
            main.Integer("MinCapacity", 1),
            gating.ToImmutable(),
            experts.ToImmutable(),
            classifier,
            training);
    }

    internal static SoftmaxGatingSpec SoftmaxGating(AttributeReader reader)
    {
        SoftmaxGatingSpec defaults = SoftmaxGatingSpec.Default;
        return new SoftmaxGatingSpec(
            reader.Number("Temperature", defaults.Temperature.Value),
            reader.Flag("LearnTemperature", defaults.LearnTemperature),
            reader.Flag("Bias", defaults.Bias),
            reader.Choice("Weighting", defaults.Weighting));
    }

    internal static FeedForwardExpertSpec FeedForwardExpert(AttributeReader reader) => new(
        reader.Integer("Count", 1),
        reader.Text("Name"),
        reader.Integers("hidden"),
        reader.Choice("Activation", Activation.ReLU),
        reader.Flag("Bias", true),
        reader.Flag("EndNorm", false),
        reader.Number("Dropout", 0));

    internal static GatedExpertSpec GatedExpert(AttributeReader reader) => new(
        reader.Integer("Count", 1),
        reader.Text("Name"),
        reader.Integer("hidden", 0),
        reader.Choice("Activation", Activation.SiLU),
        reader.Flag("Bias", false));

    internal static TrainingSpec Training(AttributeReader reader) => new(
        reader.Choice("Loss", Loss.Auto),
        reader.Choice("LoadBalance", LoadBalance.Auto),
        reader.Number("LoadBalanceWeight", 0.01));
}
