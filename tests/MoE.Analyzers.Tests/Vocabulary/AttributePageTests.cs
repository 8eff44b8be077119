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

    private static string Page(string root)
    {
        Dictionary<string, TypeDeclarationSyntax> classes = Directory.EnumerateFiles(Path.Combine(root, "src", "MoE", "Declaration"), "*Attribute.cs")
            .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), TestCompilation.ParseOptions).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .ToDictionary(type => type.Identifier.ValueText + (type.Arity > 0 ? "`" + type.Arity : ""));
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
        type.Members.OfType<PropertyDeclarationSyntax>().FirstOrDefault(property => property.Identifier.ValueText == argument) is { } property
            ? Summary(property)
            : Elements(type).Where(element => element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>().Any(name => name.Identifier.Identifier.ValueText == argument)).Select(Text).Single();

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
