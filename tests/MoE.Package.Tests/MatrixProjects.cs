using System.Collections.Generic;

namespace MoE.Package.Tests;

/// <summary>The projects of the matrix.</summary>
public static class MatrixProjects
{
    /// <summary>Everything that makes a compiler talk, and checked arithmetic.</summary>
    public static MatrixProject Strict { get; } = new(
        "Strict",
        """
        <TargetFramework>net10.0</TargetFramework>
        <Nullable>enable</Nullable>
        <ImplicitUsings>enable</ImplicitUsings>
        <AnalysisLevel>latest-all</AnalysisLevel>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <Features>strict</Features>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
        <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
        <NoWarn>$(NoWarn);CA1008;CA1515</NoWarn>
        """,
        """<PACKAGE PrivateAssets="all" />""",
        Program("Strict"));

    /// <summary>Everything as old as it may be. There is no older compiler to be had as a package.</summary>
    public static MatrixProject Old { get; } = new(
        "Old",
        """
        <TargetFramework>net9.0</TargetFramework>
        <LangVersion>12</LangVersion>
        <Nullable>disable</Nullable>
        <ImplicitUsings>disable</ImplicitUsings>
        """,
        """<PACKAGE /><PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="4.14.0" PrivateAssets="all" />""",
        Program("Old"));

    /// <summary>What alone refers to the package; the other two see all that it has.</summary>
    public static MatrixProject Lowest { get; } = new(
        "Lowest",
        """
        <TargetFramework>net9.0</TargetFramework>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        """,
        """<PACKAGE /><InternalsVisibleTo Include="Middle" /><InternalsVisibleTo Include="Highest" />""",
        null);

    public static MatrixProject Middle { get; } = new(
        "Middle",
        """
        <TargetFramework>net9.0</TargetFramework>
        """,
        """<ProjectReference Include="../Lowest/Lowest.csproj" /><InternalsVisibleTo Include="Highest" />""",
        null);

    public static MatrixProject Highest { get; } = new(
        "Highest",
        """
        <TargetFramework>net10.0</TargetFramework>
        """,
        """<ProjectReference Include="../Middle/Middle.csproj" />""",
        Program("Highest", "Middle", "Lowest"));

    public static IReadOnlyList<MatrixProject> All { get; } = [Strict, Old, Lowest, Middle, Highest];

    /// <summary>Says under which settings it works, then what each of the projects learns.</summary>
    private static string Program(params string[] projects) => $$"""
        using System;
        using System.Globalization;

        Console.WriteLine(string.Join(" ", AppContext.TargetFrameworkName, Arithmetic(int.MaxValue), (-1.5).ToString(CultureInfo.CurrentCulture)));
        Console.WriteLine(string.Join(Environment.NewLine, {{string.Join(", ", System.Linq.Enumerable.Select(projects, project => project + ".Learning.Bits()"))}}));

        static string Arithmetic(int most)
        {
            try
            {
                return most + 1 < 0 ? "unchecked" : "unknown";
            }
            catch (OverflowException)
            {
                return "checked";
            }
        }
        """;
}
