using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MoE.Package.Tests;

/// <summary>Projects as users have them, all built by one command on a machine set to Swedish.</summary>
public sealed class ConsumerMatrix : IDisposable
{
    // Swedish writes -1.5 as U+2212 1 comma 5.
    private static readonly (string, string) s_swedish = ("LC_ALL", "sv_SE.UTF-8");

    private readonly TemporaryFolder _folder = new();
    private readonly (string, string)[] _environment;
    private readonly IReadOnlyList<Complaint> _complaints;

    public ConsumerMatrix(PackageFixture package)
    {
        _environment = [.. package.Environment, s_swedish];
        foreach (MatrixProject project in MatrixProjects.All) project.WriteTo(_folder.Path, package.Version);
        File.WriteAllText(_folder["Matrix.slnx"], $"""
            <Solution>
              {string.Concat(MatrixProjects.All.Select(project => $"<Project Path=\"{project.Name}/{project.Name}.csproj\" />"))}
            </Solution>
            """);
        // The compiler's server may have been started by a build in another culture.
        Build = DotNet.Run(_folder.Path, _environment, "build", "-c", "Release", "--nologo", "-p:UseSharedCompilation=false", package.AsSource);
        _complaints = Complaint.In(Build.Output);
    }

    public DotNet Build { get; }

    /// <summary>Errors and warnings of a project.</summary>
    public IEnumerable<Complaint> Complaints(string project) => _complaints.Where(complaint => complaint.Project == project);

    /// <summary>Runs what was built of an application.</summary>
    public string[] Run(string project) => DotNet.Run(_folder.Path, _environment, "exec", Path.Combine(project, "bin", "consumer", project + ".dll")).ShouldSucceed().Lines;

    /// <summary>What the generator wrote into a project that keeps it, by file.</summary>
    public IReadOnlyDictionary<string, string> Emitted(string project) => Directory
        .EnumerateFiles(Path.Combine(_folder.Path, project, "obj"), "*.g.cs", SearchOption.AllDirectories)
        .Where(path => path.Contains("MoE.Generators.ModelGenerator", StringComparison.Ordinal))
        .ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    public void Dispose() => _folder.Dispose();
}
