using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>An attribute of the vocabulary: which arguments it has, and the specification that they make. All that is known of it.</summary>
/// <param name="name">Its class's metadata name in the namespace MoE.</param>
/// <param name="arguments">In the order of its documentation.</param>
/// <param name="make">From the values of all arguments.</param>
public sealed class AttributeTable(string name, ImmutableArray<Argument> arguments, Func<ArgumentValues, AttributeSpec> make)
{
    // Where the compiler cannot bind the arguments there are none, and sizes are zero.
    private readonly bool _needsNothing = arguments.All(argument => argument.IsRight(argument.Default));

    /// <summary>The metadata name within the namespace, such as SoftmaxGatingAttribute.</summary>
    public string TypeName { get; } = name;

    /// <summary>The full metadata name.</summary>
    public string Name { get; } = "MoE." + name;

    public ImmutableArray<Argument> Arguments { get; } = arguments;

    /// <summary>The specification of the attribute without any argument.</summary>
    public AttributeSpec Default { get; } = make(new ArgumentValues(arguments, [.. arguments.Select(argument => argument.Default)]));

    /// <summary>What the user wrote, and what is wrong with single arguments.</summary>
    /// <param name="occurrence">Which attribute of this type, from 0.</param>
    internal AttributeSpec Read(AttributeData attribute, INamedTypeSymbol model, int occurrence, ImmutableArray<Finding>.Builder findings)
    {
        // Each keystroke reads all models: what says nothing is not read word by word.
        if (_needsNothing && attribute.NamedArguments.IsEmpty && attribute.ConstructorArguments.IsEmpty && attribute.AttributeClass is { Arity: 0 })
            return Default;
        WrittenArguments written = new(attribute);
        object?[] values = new object?[Arguments.Length];
        for (int index = 0; index < values.Length; index++)
        {
            Argument argument = Arguments[index];
            values[index] = argument.Read(written, model);
            if (!argument.IsRight(values[index]))
                findings.AddRange(argument.Faults(values[index], new FindingPlace(Name, occurrence, argument.Name)));
        }
        return make(new ArgumentValues(Arguments, values));
    }
}
