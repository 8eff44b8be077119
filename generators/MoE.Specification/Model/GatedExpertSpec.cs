using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;

namespace MoE.Specification;

/// <summary>A gated linear unit.</summary>
public sealed record GatedExpertSpec(int Count, string? Name, int Hidden, Activation Activation, bool Bias) : ExpertSpec(Count, Name)
{
    public static AttributeTable Table { get; } = new(
        "GatedExpertAttribute",
        ImmutableArray.Create<Argument>(
            new SizeArgument("hidden", 0),
            new SizeArgument("Count", 1),
            new NameArgument("Name"),
            new ChoiceArgument<Activation>("Activation", Activation.SiLU),
            new FlagArgument("Bias", false),
            new NumberArgument("Limit", 0, NumberRange.NotNegative, RuleIds.LossWeight),
            new NumberArgument("Alpha", 1, NumberRange.Positive, RuleIds.Temperature),
            new NumberArgument("UpOffset", 0, NumberRange.Finite, RuleIds.LossWeight)),
        values => new GatedExpertSpec(
            values.Of<int>("Count"),
            values.Of<string?>("Name"),
            values.Of<int>("hidden"),
            values.Of<Activation>("Activation"),
            values.Of<bool>("Bias"))
        {
            Limit = values.Of<NumberSpec>("Limit"),
            Alpha = values.Of<NumberSpec>("Alpha"),
            UpOffset = values.Of<NumberSpec>("UpOffset"),
        });

    public NumberSpec Limit { get; init; }

    public NumberSpec Alpha { get; init; } = 1;

    public NumberSpec UpOffset { get; init; }

    public override string Attribute => Table.Name;

    public override string ShapeName => "Gated" + Hidden.ToString(CultureInfo.InvariantCulture);

    public override IEnumerable<(int Value, int Element)> Widths => [(Hidden, -1)];

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs) =>
        [(inputs, Hidden), (inputs, Hidden), (Hidden, outputs)];
}
