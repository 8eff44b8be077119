using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>Reads the arguments of an attribute; one that is missing or of another type yields the fallback.</summary>
internal readonly struct AttributeReader(AttributeData? attribute)
{
    public int Integer(string name, int fallback) => Value(name) is int value ? value : fallback;

    public bool Flag(string name, bool fallback) => Value(name) is bool value ? value : fallback;

    public string? Text(string name) => Value(name) as string;

    public NumberSpec Number(string name, double fallback) => Value(name) is double value ? value : fallback;

    /// <summary>An enum as written: a value without a name is kept, for a rule to find.</summary>
    public TEnum Choice<TEnum>(string name, TEnum fallback)
        where TEnum : struct, Enum =>
        Value(name) is int value ? (TEnum)Enum.ToObject(typeof(TEnum), value) : fallback;

    public EquatableArray<int> Integers(string name)
    {
        if (Find(name) is not { Kind: TypedConstantKind.Array, IsNull: false } array)
            return ImmutableArray<int>.Empty;
        ImmutableArray<int>.Builder values = ImmutableArray.CreateBuilder<int>(array.Values.Length);
        foreach (TypedConstant element in array.Values)
            values.Add(element.Value is int value ? value : 0);
        return values.MoveToImmutable();
    }

    private object? Value(string name) =>
        Find(name) is { Kind: TypedConstantKind.Primitive or TypedConstantKind.Enum } constant ? constant.Value : null;

    private TypedConstant? Find(string name)
    {
        if (attribute is null)
            return null;
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
