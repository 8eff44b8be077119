using System.IO;

namespace MoE.Package.Tests;

/// <summary>A project of the matrix. Each declares the same models in a namespace of its own, which is its name.</summary>
/// <param name="Name">Of project and assembly.</param>
/// <param name="Properties">What is special about it.</param>
/// <param name="References">How it comes by the package.</param>
/// <param name="Program">Its entry point; null: it is a library.</param>
public sealed record MatrixProject(string Name, string Properties, string References, string? Program)
{
    /// <param name="folder">The matrix's folder.</param>
    /// <param name="version">The package's.</param>
    public void WriteTo(string folder, string version)
    {
        string own = Directory.CreateDirectory(Path.Combine(folder, Name)).FullName;
        File.WriteAllText(Path.Combine(own, Name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{(Program is null ? "Library" : "Exe")}</OutputType>
                <OutputPath>bin/consumer</OutputPath>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
                <UseAppHost>false</UseAppHost>
                <RollForward>Major</RollForward>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningLevel>9999</WarningLevel>
                {Properties}
              </PropertyGroup>
              <ItemGroup>
                {References.Replace("PACKAGE", $"""PackageReference Include="MoE.Gen" Version="{version}" """)}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(own, "Learning.cs"), LearningSource.In(Name));
        if (Program is not null) File.WriteAllText(Path.Combine(own, "Program.cs"), Program);
    }
}
