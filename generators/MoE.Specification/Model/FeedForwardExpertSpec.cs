using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace MoE.Specification;

/// <summary>A multi-layer perceptron.</summary>
public sealed record FeedForwardExpertSpec(
    int Count, string? Name, EquatableArray<int> Hidden, Activation Activation, bool Bias, bool EndNorm, NumberSpec Dropout)
    : ExpertSpec(Count, Name)
{
    public static AttributeTable Table { get; } = new(
        "FeedForwardExpertAttribute",
        ImmutableArray.Create<Argument>(
            new SizesArgument("hidden"),
            new SizeArgument("Count", 1),
            new NameArgument("Name"),
            new ChoiceArgument<Activation>("Activation", Activation.ReLU),
            new FlagArgument("Bias", true),
            new FlagArgument("EndNorm", false),
            new NumberArgument("Dropout", 0, NumberRange.Fraction, RuleIds.Dropout)),
        values => new FeedForwardExpertSpec(
            values.Of<int>("Count"),
            values.Of<string?>("Name"),
            values.Of<EquatableArray<int>>("hidden"),
            values.Of<Activation>("Activation"),
            values.Of<bool>("Bias"),
            values.Of<bool>("EndNorm"),
            values.Of<NumberSpec>("Dropout")));

    public override string Attribute => Table.Name;

    public override string ShapeName => Hidden.Count == 0
        ? "Linear"
        : "FeedForward" + string.Join("x", Hidden.Select(width => width.ToString(CultureInfo.InvariantCulture)));

    public override IEnumerable<(int Value, int Element)> Widths => Hidden.Select((width, index) => (width, index));

    public override IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double outputs)
    {
        IEnumerable<double> widths = Hidden.Select(width => (double)width);
        return new[] { inputs }.Concat(widths).Zip(widths.Append(outputs), (from, to) => (from, to));
    }
}
