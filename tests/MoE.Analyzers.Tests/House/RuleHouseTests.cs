using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

/// <summary>Every rule has a page, a line in the index and in the release notes, a help link to the page, and one descriptor.</summary>
public sealed class RuleHouseTests
{
    private static readonly string Docs = Path.Combine(AppContext.BaseDirectory, "docs");

    [Fact]
    public void EveryRuleIsAtHome() => Homeless(AllRules.Descriptors).ShouldBeEmpty();

    [Fact]
    public void AStrayRuleIsFound()
    {
        DiagnosticDescriptor stray = new(
            "MOE9999", "Title", "Message", "MoE.Internal", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: "elsewhere");
        Homeless([.. AllRules.Descriptors, stray]).ShouldBe(
            ["MOE9999: no page", "MOE9999: not in the index", "MOE9999: not in the release notes", "MOE9999: help link elsewhere"]);
    }

    /// <summary>MOE0303 is said by the build: src/MoE/build/MoE.Gen.targets.</summary>
    [Fact]
    public void EveryPageHasARule() =>
        Directory.GetFiles(Docs, "MOE*.md").Select(Path.GetFileNameWithoutExtension)
            .ShouldBe(AllRules.Descriptors.Select(rule => rule.Id).Append("MOE0303"), ignoreOrder: true);

    /// <summary>The subpath is where the package holds the pages.</summary>
    [Fact]
    public void AHelpLinkIsAUriIntoThePackage()
    {
        Uri link = new(RuleDescriptor.HelpLink("MOE0101"), UriKind.Absolute);
        link.IsWellFormedOriginalString().ShouldBeTrue();
        link.AbsolutePath.ShouldBe("nuget/MoE.Gen");
        link.Fragment.ShouldBe("#docs/rules/MOE0101.md");
    }

    [Fact]
    public void IdsAreUnique() => AllRules.Descriptors.Select(rule => rule.Id).ShouldBeUnique();

    [Fact]
    public void EveryFixHasARule() =>
        AllRules.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).ShouldBeSubsetOf(AllRules.Descriptors.Select(rule => rule.Id));

    [Fact]
    public void APageTellsOfAFixWhereThereIsOne() =>
        AllRules.Descriptors
            .Where(rule => File.ReadAllText(Page(rule)).Contains("code fix", StringComparison.Ordinal))
            .Select(rule => rule.Id)
            .ShouldBe(AllRules.Fixes.SelectMany(fix => fix.FixableDiagnosticIds), ignoreOrder: true);

    private static IEnumerable<string> Homeless(IEnumerable<DiagnosticDescriptor> rules)
    {
        string index = File.ReadAllText(Path.Combine(Docs, "README.md"));
        string[] releases = [.. Directory.GetFiles(Docs, "AnalyzerReleases.*.md").SelectMany(File.ReadLines)];
        foreach (DiagnosticDescriptor rule in rules)
        {
            if (!File.Exists(Page(rule)) || !File.ReadAllText(Page(rule)).StartsWith($"# {rule.Id}: {rule.Title}\n", StringComparison.Ordinal))
                yield return $"{rule.Id}: no page";
            if (!index.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} |", StringComparison.Ordinal))
                yield return $"{rule.Id}: not in the index";
            if (!releases.Any(line => line.StartsWith($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} |", StringComparison.Ordinal)))
                yield return $"{rule.Id}: not in the release notes";
            if (rule.HelpLinkUri != RuleDescriptor.HelpLink(rule.Id))
                yield return $"{rule.Id}: help link {rule.HelpLinkUri}";
        }
    }

    private static string Page(DiagnosticDescriptor rule) => Path.Combine(Docs, rule.Id + ".md");
}
