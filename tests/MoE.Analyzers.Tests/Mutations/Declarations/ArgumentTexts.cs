using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using MoE.Specification;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Right values of an argument, for each kind that the vocabulary has.</summary>
internal static class ArgumentTexts
{
    /// <summary>A kind that is not known here has no values: then <see cref="IsKnown"/> says so.</summary>
    public static Gen<string> Of(Argument argument) => argument switch
    {
        { Name: "inputs" } => Gen.Frequency((4, Gen.Constant("4")), (1, Gen.Elements("1", "17", "2 * 2"))),
        { Name: "outputs" } => Gen.Frequency((4, Gen.Constant("2")), (1, Gen.Elements("1", "0", "4"))),
        { Name: "width" } => Gen.Elements("4", "16", "16", "40"),
        { Name: "layers" } => Gen.Frequency((4, Gen.Elements("2", "3", "6")), (1, Gen.Constant("1"))),
        { Name: "heads" or "KeyValueHeads" } => Gen.Frequency((4, Gen.Elements("1", "2")), (1, Gen.Constant("3"))),
        { Name: "GroupCount" or "GroupTopK" } => Gen.Frequency((6, Gen.Constant("1")), (1, Gen.Constant("2"))),
        SizeArgument => Gen.Elements("1", "1", "2", "3", "5", "16"),
        SizesArgument => Gen.Elements("3", "5, 2", "new int[] { 3 }", "[2, 2]", "1, 1, 1"),
        IntegerArgument => Gen.Elements("1", "1", "2"),
        NumberArgument => Gen.Elements("0.5", "0.25f", "1e-3", "0.1 + 0.2", "3 / 4f"),
        FlagArgument => Gen.Elements("true", "false", "!true", "1 > 2"),
        NameArgument => Gen.Elements("A", "B", "Zug", "class", "event", "Größe", "日本", "_0").Select(name => $"\"{name}\""),
        CustomTypeArgument => Gen.Elements(Companions.Gatings),
        ExpertTypeArgument => Gen.Elements(Companions.Experts),
        LabelsArgument => Gen.Elements(Companions.Enums),
        _ when Choices(argument) is { } choices => Gen.Elements(Enum.GetNames(choices)).Select(member => $"{choices.Name}.{member}"),
        _ => Gen.Constant(Unknown),
    };

    public static bool IsKnown(Argument argument) => !Of(argument).Sample(0, 1).Contains(Unknown);

    private const string Unknown = "unknown";

    private static Type? Choices(Argument argument) =>
        argument.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ChoiceArgument<>) ? type.GenericTypeArguments[0] : null;
}
