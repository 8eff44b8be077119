using System.Reflection;
using Microsoft.CodeAnalysis;

namespace MoE.Package.Tests;

/// <summary>Loads what a compiler is told to load into the tests' own process.</summary>
internal sealed class FileLoader : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
