using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>A specification is values all the way down: nothing in it keeps a compilation alive or compares by reference.</summary>
public sealed class SpecificationHouseTests
{
    [Theory]
    [InlineData(typeof(ModelSpec))]
    [InlineData(typeof(Finding))]
    public void HoldsValuesOnly(Type type) => Strangers(type, []).ShouldBeEmpty();

    [Theory]
    [InlineData(typeof(WithSymbol))]
    [InlineData(typeof(WithArray))]
    [InlineData(typeof(WithLocationInside))]
    public void AStrangerIsFound(Type type) => Strangers(type, []).Count().ShouldBe(1);

    private static IEnumerable<string> Strangers(Type type, HashSet<Type> seen)
    {
        if (!seen.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
            return [];
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            return Strangers(type.GetGenericArguments()[0], seen);
        if (type.GetMethod("<Clone>$") is null && type != typeof(NumberSpec))
            return [type.Name];
        IEnumerable<Type> parts = type
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Select(field => field.FieldType)
            .Concat(type.Assembly.GetTypes().Where(derived => derived.BaseType == type));
        return parts.SelectMany(part => Strangers(part, seen)).ToList();
    }

    private sealed record WithSymbol(string Name, ISymbol Symbol);

    private sealed record WithArray(string Name, int[] Values);

    private sealed record WithLocationInside(EquatableArray<Inner> Inners);

    private sealed record Inner(Location Place);
}
