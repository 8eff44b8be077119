using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Finds what the user wrote for an argument of an attribute, by property or by parameter.</summary>
internal static class WrittenArgument
{
    /// <summary>The constant; null where the argument is left out.</summary>
    public static TypedConstant? Find(AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            if (argument.Key == name)
                return argument.Value;
        if (attribute.AttributeConstructor is not { } constructor)
            return null;
        foreach (IParameterSymbol parameter in constructor.Parameters)
            if (parameter.Name == name && parameter.Ordinal < attribute.ConstructorArguments.Length)
                return attribute.ConstructorArguments[parameter.Ordinal];
        return null;
    }
}
