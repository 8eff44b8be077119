using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>The tables say what the attribute classes say: arguments, kinds and defaults.</summary>
public sealed class AttributeVocabularyTests
{
    private static readonly Type[] Attributes =
    [
        .. Assembly.LoadFrom(TestCompilation.LibraryPath).GetExportedTypes().Where(type => type.Namespace == "MoE" && type.IsSubclassOf(typeof(Attribute))),
    ];

    public static TheoryData<string> Names => new(AttributeVocabulary.All.Select(table => table.TypeName));

    [Fact]
    public void EveryAttributeHasOneTable() =>
        AttributeVocabulary.All.Select(table => table.TypeName).ShouldBe(Attributes.Select(type => type.Name), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void ArgumentsAreThoseOfTheClass(string name)
    {
        AttributeTable table = AttributeVocabulary.All.Single(table => table.TypeName == name);
        table.Arguments.Select(argument => argument.Name).ShouldBe(Written(ClassOf(name)).Select(argument => argument.Name), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DefaultsAreThoseOfTheClass(string name)
    {
        AttributeTable table = AttributeVocabulary.All.Single(table => table.TypeName == name);
        foreach ((string argument, object? value) in Written(ClassOf(name)))
            Plain(table.Arguments.Single(one => one.Name == argument).Default).ShouldBe(value, argument);
    }

    [Fact]
    public void AnotherDefaultWouldBeFound() =>
        Written(ClassOf("SoftmaxGatingAttribute")).ShouldContain(("Temperature", (object?)1.0));

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingSpecifiesTheAttributeOfAnother(string name) =>
        AttributeVocabulary.All.Single(table => table.TypeName == name).Default.Attribute.ShouldBe("MoE." + name);

    private static Type ClassOf(string name) => Attributes.Single(type => type.Name == name);

    // Parameters of the constructor, properties that can be set, type parameters: as a user can write them.
    private static IEnumerable<(string Name, object? Default)> Written(Type attribute)
    {
        IEnumerable<(string, object?)> types = attribute.GetGenericArguments().Select(parameter => (parameter.Name, (object?)null));
        // Any type will do: an enum meets every constraint.
        if (attribute.IsGenericTypeDefinition)
            attribute = attribute.MakeGenericType([.. attribute.GetGenericArguments().Select(_ => typeof(DayOfWeek))]);
        ConstructorInfo constructor = attribute.GetConstructors().Single();
        ParameterInfo[] parameters = constructor.GetParameters();
        object instance = constructor.Invoke([.. parameters.Select(ValueFor)]);
        return types.Concat(parameters.Select(parameter => (parameter.Name!, Plain(ValueFor(parameter)))))
            .Concat(attribute.GetProperties().Where(property => property.CanWrite).Select(property => (property.Name, Plain(property.GetValue(instance)))));
    }

    private static object? ValueFor(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : parameter.ParameterType == typeof(int[]) ? Array.Empty<int>() : 0;

    // The library's enums and the specification's are two types of the same source.
    private static object? Plain(object? value) => value switch
    {
        Enum choice => choice.ToString(),
        NumberSpec number => number.Value,
        EquatableArray<int> sizes => string.Join(",", sizes.AsEnumerable()),
        int[] sizes => string.Join(",", sizes),
        _ => value,
    };
}
