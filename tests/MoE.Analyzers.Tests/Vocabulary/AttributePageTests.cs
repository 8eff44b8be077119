using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>docs/attributes.md is what the tables and the doc comments of the attribute classes say. MOE_ACCEPT_SNAPSHOTS=1 writes it.</summary>
public sealed class AttributePageTests
{
    [Fact]
    public void ThePageSaysWhatTheTablesSay()
    {
        string root = Root();
        string path = Path.Combine(root, "docs", "attributes.md");
        string page = Page(root);
        if (Environment.GetEnvironmentVariable("MOE_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(path, page);
        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(page);
    }

    [Fact]
    public void EveryArgumentTellsItsRangeAndItsDefault()
    {
        Dictionary<string, TypeDeclarationSyntax> classes = Classes(Root());
        AttributeVocabulary.All.SelectMany(table => table.Arguments.SelectMany(argument => Missing(classes[table.TypeName], argument, Meaning(classes[table.TypeName], argument.Name))))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Any number.", "at least 0", "Default: 0.001")]
    [InlineData("At least 0; at least 0. Default: 0.01", "Default: 0.001")]
    [InlineData("Yes, at least 0. Default: 0.001, as there.")]
    public void WhatADocCommentDoesNotTellWouldBeFound(string meaning, params string[] missing)
    {
        AttributeTable table = AttributeVocabulary.All.Single(table => table.TypeName == "SigmoidGatingAttribute");
        Missing(Classes(Root())[table.TypeName], table.Arguments.Single(argument => argument.Name == "BalanceRate"), meaning)
            .ShouldBe(missing.Select(text => $"SigmoidGatingAttribute.BalanceRate: {text}"));
    }

    private static IEnumerable<string> Missing(TypeDeclarationSyntax type, Argument argument, string meaning)
    {
        string? range = argument switch
        {
            NumberArgument => argument.Kind["number, ".Length..],
            SizeArgument or SizesArgument => "at least 1",
            _ => null,
        };
        if (range is not null && !meaning.Contains(range, StringComparison.Ordinal))
            yield return $"{type.Identifier.ValueText}.{argument.Name}: {range}";
        // What the constructor takes has no default.
        string standard = "Default: " + Standard(argument.Default);
        if (Property(type, argument.Name) is not null && !Regex.IsMatch(meaning, Regex.Escape(standard) + @"(?![\w.]*\d)"))
            yield return $"{type.Identifier.ValueText}.{argument.Name}: {standard}";
    }

    private static string Standard(object? value) => value switch
    {
        null => "none",
        bool flag => flag ? "`true`" : "`false`",
        Enum choice => $"`{choice.GetType().Name}.{choice}`",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static Dictionary<string, TypeDeclarationSyntax> Classes(string root) => Directory.EnumerateFiles(Path.Combine(root, "src", "MoE", "Declaration"), "*Attribute.cs")
        .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), TestCompilation.ParseOptions).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
        .ToDictionary(type => type.Identifier.ValueText + (type.Arity > 0 ? "`" + type.Arity : ""));

    private static string Page(string root)
    {
        Dictionary<string, TypeDeclarationSyntax> classes = Classes(root);
        StringBuilder page = new("""
            # Attributes

            Every attribute and its arguments. Written from the tables that the compiler checks by and from the doc comments of
            the attribute classes (`MOE_ACCEPT_SNAPSHOTS=1 dotnet test tests/MoE.Analyzers.Tests` after a change).

            """);
        foreach (AttributeTable table in AttributeVocabulary.All)
        {
            TypeDeclarationSyntax type = classes[table.TypeName];
            string name = type.Identifier.ValueText.Replace("Attribute", "") + type.TypeParameterList;
            page.Append(CultureInfo.InvariantCulture, $"\n## [{name}]\n\n{Summary(type)}\n\n| argument | values | default | rule | meaning |\n|---|---|---|---|---|\n");
            foreach (Argument argument in table.Arguments)
                page.Append(CultureInfo.InvariantCulture, $"| `{argument.Name}` | {argument.Kind} | {Default(argument)} | {Rule(argument)} | {Meaning(type, argument.Name)} |\n");
        }
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Default(Argument argument) => argument.Default switch
    {
        null or 0 => "",
        EquatableArray<int> => "none",
        bool flag => flag ? "true" : "false",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        object value => value.ToString()!,
    };

    private static string Rule(Argument argument) => argument.RuleId is { } id ? $"[{id}](rules/{id}.md)" : "";

    private static string Meaning(TypeDeclarationSyntax type, string argument) =>
        Property(type, argument) is { } property
            ? Summary(property)
            : Elements(type).Where(element => element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().Any(name => name.Identifier.Identifier.ValueText == argument)).Select(Text).Single();

    private static PropertyDeclarationSyntax? Property(TypeDeclarationSyntax type, string name) =>
        type.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(property => property.Identifier.ValueText == name);

    private static string Summary(SyntaxNode node) =>
        Text(Elements(node).First(element => element.StartTag.Name.LocalName.ValueText == "summary"));

    private static IEnumerable<XmlElementSyntax> Elements(SyntaxNode node) =>
        node.GetLeadingTrivia().Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().SelectMany(comment => comment.Content).OfType<XmlElementSyntax>();

    private static string Text(XmlElementSyntax element)
    {
        string text = Regex.Replace(element.Content.ToString(), @"\s*///\s*|\s+", " ").Trim();
        text = Regex.Replace(text, "<c>(.*?)</c>", "`$1`");
        text = Regex.Replace(text, "<see cref=\"(.*?)\"/>", match => $"`{match.Groups[1].Value.Replace('{', '<').Replace('}', '>').Replace("Attribute", "")}`");
        return text.Replace("|", "\\|").Replace("&gt;", ">").Replace("&lt;", "<");
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
