using System;
using System.IO;

namespace MoE.Package.Tests;

/// <summary>An application that refers to the package and to nothing else. Warnings are errors in it.</summary>
public sealed class Consumer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackageFixture _package;

    public Consumer(PackageFixture package, string program, string target = "<TargetFramework>net10.0</TargetFramework>")
    {
        _package = package;
        File.WriteAllText(_folder["Consumer.csproj"], $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                {target}
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MoE.Gen" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(_folder["Program.cs"], program);
    }

    /// <summary>Restores from the package's folder alone, unless the target needs more.</summary>
    public DotNet Restore(bool fromElsewhereToo = false) =>
        fromElsewhereToo ? Run("restore", _package.AsSource) : Run("restore", "--source", _package.Source);

    public DotNet Build(params string[] options) => Run(["build", "--no-restore", "-c", "Release", "--nologo", .. options]);

    public DotNet Start() => Run("run", "--no-build", "-c", "Release");

    public DotNet MSBuild(params string[] options) => Run(["msbuild", "-nologo", .. options]);

    public void Dispose() => _folder.Dispose();

    private DotNet Run(params string[] arguments) => DotNet.Run(_folder.Path, _package.Environment, arguments);
}
