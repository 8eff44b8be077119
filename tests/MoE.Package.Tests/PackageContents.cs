using System;
using System.Collections.Generic;
using System.IO.Compression;
using System.Linq;

namespace MoE.Package.Tests;

/// <summary>What is in the package beside what NuGet itself writes.</summary>
public static class PackageContents
{
    public static IReadOnlyList<string> Expected { get; } =
    [
        "MoE.Gen.nuspec",
        "README.md",
        "analyzers/dotnet/cs/MoE.Analyzers.dll",
        "analyzers/dotnet/cs/MoE.CodeFixes.dll",
        "analyzers/dotnet/cs/MoE.Generators.dll",
        "analyzers/dotnet/cs/MoE.Specification.dll",
        "buildTransitive/MoE.Gen.props",
        "buildTransitive/MoE.Gen.targets",
        "lib/net10.0/MoE.dll",
        "lib/net10.0/MoE.xml",
        "lib/net9.0/MoE.dll",
        "lib/net9.0/MoE.xml",
    ];

    public static IReadOnlyList<string> Of(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => !IsEnvelope(name)).Order(StringComparer.Ordinal)];
    }

    private static bool IsEnvelope(string name) =>
        name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/services/metadata/", StringComparison.Ordinal);
}
