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
        "docs/rules/MOE0001.md",
        "docs/rules/MOE0002.md",
        "docs/rules/MOE0003.md",
        "docs/rules/MOE0004.md",
        "docs/rules/MOE0006.md",
        "docs/rules/MOE0007.md",
        "docs/rules/MOE0008.md",
        "docs/rules/MOE0009.md",
        "docs/rules/MOE0101.md",
        "docs/rules/MOE0102.md",
        "docs/rules/MOE0103.md",
        "docs/rules/MOE0104.md",
        "docs/rules/MOE0105.md",
        "docs/rules/MOE0106.md",
        "docs/rules/MOE0107.md",
        "docs/rules/MOE0108.md",
        "docs/rules/MOE0109.md",
        "docs/rules/MOE0110.md",
        "docs/rules/MOE0111.md",
        "docs/rules/MOE0112.md",
        "docs/rules/MOE0113.md",
        "docs/rules/MOE0114.md",
        "docs/rules/MOE0115.md",
        "docs/rules/MOE0116.md",
        "docs/rules/MOE0117.md",
        "docs/rules/MOE0118.md",
        "docs/rules/MOE0119.md",
        "docs/rules/MOE0120.md",
        "docs/rules/MOE0121.md",
        "docs/rules/MOE0122.md",
        "docs/rules/MOE0130.md",
        "docs/rules/MOE0131.md",
        "docs/rules/MOE0132.md",
        "docs/rules/MOE0133.md",
        "docs/rules/MOE0134.md",
        "docs/rules/MOE0135.md",
        "docs/rules/MOE0136.md",
        "docs/rules/MOE0137.md",
        "docs/rules/MOE0201.md",
        "docs/rules/MOE0202.md",
        "docs/rules/MOE0203.md",
        "docs/rules/MOE0204.md",
        "docs/rules/MOE0205.md",
        "docs/rules/MOE0206.md",
        "docs/rules/MOE0207.md",
        "docs/rules/MOE0208.md",
        "docs/rules/MOE0209.md",
        "docs/rules/MOE0210.md",
        "docs/rules/MOE0211.md",
        "docs/rules/MOE0301.md",
        "docs/rules/MOE0302.md",
        "docs/rules/MOE0303.md",
        "docs/rules/MOE0401.md",
        "docs/rules/MOE0402.md",
        "docs/rules/MOE0403.md",
        "docs/rules/MOE0404.md",
        "docs/rules/MOE0999.md",
        "docs/rules/README.md",
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
