using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using MoE.Specification;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>An attribute as a user may write it: type arguments, parameters, some of the properties.</summary>
internal static class AttributeTexts
{
    public static Gen<string> Of(AttributeTable table) =>
        from types in Values(table.Arguments.Where(IsType), argument => ArgumentTexts.Of(argument))
        from parameters in Values(table.Arguments.Where(IsParameter), argument => ArgumentTexts.Of(argument))
        from properties in Gen.SubListOf(table.Arguments.Where(IsProperty))
        from few in Gen.Choose(0, 2)
        from named in Values(properties.Take(few), argument => ArgumentTexts.Of(argument).Select(value => $"{argument.Name} = {value}"))
        from suffix in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Constant("Attribute")))
        from qualifier in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Elements("MoE.", "global::MoE.")))
        select qualifier + Name(table) + suffix + Listed(types, "<", ">") + Listed(parameters.Concat(named), "(", ")");

    /// <summary>FeedForwardExpert of MoE.FeedForwardExpertAttribute, Expert of MoE.ExpertAttribute`1.</summary>
    public static string Name(AttributeTable table) => table.TypeName[..table.TypeName.IndexOf("Attribute", StringComparison.Ordinal)];

    private static bool IsType(Argument argument) => argument is CustomTypeArgument or ExpertTypeArgument or LabelsArgument;

    private static bool IsParameter(Argument argument) => char.IsLower(argument.Name[0]);

    private static bool IsProperty(Argument argument) => !IsType(argument) && !IsParameter(argument);

    private static Gen<string[]> Values(IEnumerable<Argument> arguments, Func<Argument, Gen<string>> value) => Gen.CollectToArray(arguments, value);

    private static string Listed(IEnumerable<string> values, string open, string close) => values.Any() ? open + string.Join(", ", values) + close : "";
}
