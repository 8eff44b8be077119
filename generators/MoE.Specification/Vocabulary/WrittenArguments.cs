using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>What the user wrote in an attribute, by property or by parameter. Asked of the compiler once: each keystroke pays for it.</summary>
internal readonly struct WrittenArguments(AttributeData attribute)
{
    private readonly ImmutableArray<KeyValuePair<string, TypedConstant>> _named = attribute.NamedArguments;
    private readonly ImmutableArray<TypedConstant> _positional = attribute.ConstructorArguments;
    private readonly ImmutableArray<IParameterSymbol> _parameters =
        attribute.ConstructorArguments.IsEmpty ? ImmutableArray<IParameterSymbol>.Empty : attribute.AttributeConstructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    public AttributeData Attribute => attribute;

    /// <summary>The constant; null where the argument is left out.</summary>
    public TypedConstant? Find(string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in _named)
            if (argument.Key == name)
                return argument.Value;
        for (int index = 0; index < _parameters.Length && index < _positional.Length; index++)
            if (_parameters[index].Name == name)
                return _positional[index];
        return null;
    }
}
