using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>One argument of an attribute: its name, its default, how it is read and which values are right. One subclass for each kind.</summary>
/// <param name="name">The constructor's parameter, the property or the type parameter.</param>
/// <param name="fallback">The value where it is left out or of another type.</param>
/// <param name="ruleId">The rule that a wrong value breaks; null where every value is right.</param>
public abstract class Argument(string name, object? fallback, string? ruleId = null)
{
    public string Name { get; } = name;

    public object? Default { get; } = fallback;

    public string? RuleId { get; } = ruleId;

    /// <summary>What the argument is and which values it takes, for documentation.</summary>
    public abstract string Kind { get; }

    /// <summary>The value as written, right or wrong.</summary>
    internal virtual object? Read(in WrittenArguments written, INamedTypeSymbol model) =>
        written.Find(Name) is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } constant
            ? Convert(constant.Value)
            : Default;

    /// <summary>Whether a value that <see cref="Read"/> returned is right.</summary>
    internal virtual bool IsRight(object? value) => true;

    /// <summary>What is wrong with a value that is not right.</summary>
    /// <param name="place">The argument.</param>
    internal virtual IEnumerable<Finding> Faults(object? value, FindingPlace place) => [];

    /// <summary>A constant as the value that a specification holds; the default where it is of another type.</summary>
    private protected virtual object? Convert(object? constant) => Default;
}
