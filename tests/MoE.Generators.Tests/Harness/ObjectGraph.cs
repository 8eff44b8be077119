using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace MoE.Generators.Tests;

/// <summary>Everything that an object holds on to.</summary>
internal static class ObjectGraph
{
    /// <summary>Paths to what belongs to the compiler: symbols, syntax, locations, compilations.</summary>
    public static List<string> CompilerObjects(object root)
    {
        List<string> found = [];
        Walk(root, "root", found, new HashSet<object>(ReferenceEqualityComparer.Instance));
        return found;
    }

    private static void Walk(object? value, string path, List<string> found, HashSet<object> seen)
    {
        if (value is null || (!value.GetType().IsValueType && !seen.Add(value)))
            return;
        if (BelongsToTheCompiler(value.GetType()))
        {
            found.Add($"{path}: {value.GetType()}");
            return;
        }

        if (value is string || value.GetType().IsPrimitive || value is Enum or Type)
            return;
        if (value is Array array)
        {
            int index = 0;
            foreach (object? element in (IEnumerable)array)
                Walk(element, $"{path}[{index++}]", found, seen);
            return;
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", found, seen);
        }
    }

    // By assembly, not by a list of types: abstract types and internal ones, too.
    private static bool BelongsToTheCompiler(Type type) =>
        type.Assembly == typeof(ISymbol).Assembly || type.Assembly == typeof(Microsoft.CodeAnalysis.CSharp.CSharpCompilation).Assembly;
}
