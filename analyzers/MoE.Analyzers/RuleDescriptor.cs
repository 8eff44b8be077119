using Microsoft.CodeAnalysis;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>The one place where descriptors are made: what follows from the id is not said twice.</summary>
internal static class RuleDescriptor
{
    public static DiagnosticDescriptor Create(string id, string title, string message) =>
        new(id, title, message, Category(id), Severity(id), isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    /// <summary>The rule's page inside the package, as a package URL (purl) with a subpath: the pages are not on the web.</summary>
    public static string HelpLink(string id) => $"pkg:nuget/MoE.Gen#docs/rules/{id}.md";

    private static DiagnosticSeverity Severity(string id) =>
        !RuleIds.IsAdvice(id) ? DiagnosticSeverity.Error
        : RuleIds.IsWarning(id) ? DiagnosticSeverity.Warning
        : RuleIds.IsSuggestion(id) ? DiagnosticSeverity.Info
        : DiagnosticSeverity.Hidden;

    private static string Category(string id) => id.Substring(0, "MOE00".Length) switch
    {
        "MOE00" => "MoE.Declaration",
        "MOE01" => "MoE.Structure",
        "MOE02" => "MoE.Values",
        "MOE03" => "MoE.Target",
        "MOE04" => "MoE.Usage",
        _ => "MoE.Internal",
    };
}
