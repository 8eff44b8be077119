using System;
using System.Diagnostics;
using System.Linq;
using System.Text;

namespace MoE.Package.Tests;

/// <summary>A command of the dotnet tool that has ended.</summary>
/// <param name="ExitCode">0: it succeeded.</param>
/// <param name="Output">What it wrote, errors too.</param>
public sealed record DotNet(int ExitCode, string Output)
{
    /// <param name="folder">Where it runs.</param>
    /// <param name="packages">The NuGet cache; null: the user's.</param>
    /// <param name="arguments">Command and options.</param>
    public static DotNet Run(string folder, string? packages, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the build that runs these tests tells its own children is not meant for ours.
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        if (packages is not null) start.Environment["NUGET_PACKAGES"] = packages;
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new(process.ExitCode, output.ToString());

        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output) output.AppendLine(line.Data);
        }
    }
}
