using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A real number in a range.</summary>
public sealed class NumberArgument(string name, double fallback, NumberRange range, string ruleId) : Argument(name, new NumberSpec(fallback), ruleId)
{
    public override string Kind => "number, " + range.Text;

    internal override bool IsRight(object? value) => range.Contains((NumberSpec)value!);

    internal override IEnumerable<Finding> Faults(object? value, FindingPlace place) =>
        [new Finding(RuleId!, place, ImmutableArray.Create(Name, value!.ToString(), range.Demand))];

    private protected override object? Convert(object? constant) => constant is double value ? new NumberSpec(value) : Default;
}
