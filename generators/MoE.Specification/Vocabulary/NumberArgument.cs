using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A real number in a range.</summary>
public sealed class NumberArgument(string name, double fallback, NumberRange range, string ruleId) : Argument(name, new NumberSpec(fallback), ruleId)
{
    public override string Kind => "number, " + range.Text;

    internal override IEnumerable<Finding> Check(object? value, FindingPlace place)
    {
        if (value is NumberSpec number && !range.Contains(number))
            yield return new Finding(RuleId!, place, ImmutableArray.Create(Name, number.ToString()));
    }

    private protected override object? Convert(object? constant) => constant is double value ? new NumberSpec(value) : Default;
}
