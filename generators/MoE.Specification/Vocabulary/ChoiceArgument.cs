using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace MoE.Specification;

/// <summary>A member of an enum. A value without a name is kept as written, for its rule to find.</summary>
public sealed class ChoiceArgument<TEnum>(string name, TEnum fallback) : Argument(name, fallback, RuleIds.UndefinedChoice)
    where TEnum : struct, Enum
{
    public override string Kind => "one of " + string.Join(", ", Enum.GetNames(typeof(TEnum)));

    internal override IEnumerable<Finding> Check(object? value, FindingPlace place)
    {
        if (value is TEnum choice && !Enum.IsDefined(typeof(TEnum), choice))
            yield return new Finding(RuleIds.UndefinedChoice, place, ImmutableArray.Create(Name, choice.ToString("D"), typeof(TEnum).Name));
    }

    private protected override object? Convert(object? constant) => constant is int value ? Enum.ToObject(typeof(TEnum), value) : Default;
}
