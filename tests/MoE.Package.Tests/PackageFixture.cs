using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Shouldly;

namespace MoE.Package.Tests;

/// <summary>The package, made once for all tests, from a copy of the sources alone: as a fresh clone makes it.</summary>
public sealed class PackageFixture : IDisposable
{
    // Sources are copied, because other projects may be building in the repository right now.
    private static readonly string[] Copied = ["src", "generators", "analyzers", "docs"];

    private readonly TemporaryFolder _folder = new();

    public PackageFixture()
    {
        string clone = Clone;
        foreach (string part in Copied) CopyTree(Path.Combine(RepositoryRoot, part), Path.Combine(clone, part));
        foreach (string file in Directory.EnumerateFiles(RepositoryRoot)) File.Copy(file, Path.Combine(clone, Path.GetFileName(file)));
        PackagePath = Pack("src/MoE", Source);
        Version = Path.GetFileNameWithoutExtension(PackagePath)["MoE.Gen.".Length..];
    }

    /// <summary>The folder that holds the package and nothing else.</summary>
    public string Source => _folder["source"];

    /// <summary>The option of a build that looks for packages there, too, beside the machine's sources.</summary>
    public string AsSource => $"-p:RestoreAdditionalProjectSources={Source}";

    /// <summary>What a consumer's commands run with: a NuGet cache that starts empty.</summary>
    public (string Name, string Value)[] Environment => [("NUGET_PACKAGES", _folder["packages"])];

    public string PackagePath { get; }

    public string Version { get; }

    private static string RepositoryRoot { get; } = typeof(PackageFixture).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "RepositoryRoot").Value!;

    private string Clone => _folder["clone"];

    /// <summary>Packs a project of the copy and gives the package's path.</summary>
    public string Pack(string project, string folder)
    {
        // Analyzers change nothing that is packed, and take half of the time.
        DotNet.Run(Clone, [], "pack", project, "-c", "Release", "-o", folder, "--nologo", "-p:RunAnalyzers=false").ShouldSucceed();
        return Directory.GetFiles(folder).ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Dispose();

    private static void CopyTree(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (string folder in Directory.EnumerateDirectories(from).Where(path => Path.GetFileName(path) is not ("bin" or "obj")))
            CopyTree(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
