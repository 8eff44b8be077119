using System;
using System.IO;

namespace MoE.Package.Tests;

/// <summary>A new folder outside the repository, so that no Directory.Build file of ours reaches into it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("moe-package-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
