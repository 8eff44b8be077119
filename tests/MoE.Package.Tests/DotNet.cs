using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Shouldly;

namespace MoE.Package.Tests;

/// <summary>A command of the dotnet tool that has ended.</summary>
/// <param name="ExitCode">0: it succeeded.</param>
/// <param name="Output">What it wrote, errors too.</param>
public sealed record DotNet(int ExitCode, string Output)
{
    /// <param name="folder">Where it runs.</param>
    /// <param name="environment">Variables that it is given beside ours.</param>
    /// <param name="arguments">Command and options.</param>
    public static DotNet Run(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // What the build that runs these tests tells its own children is not meant for ours.
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(inherited);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string value) in environment) start.Environment[name] = value;
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

    /// <summary>Demands that the command succeeded.</summary>
    public DotNet ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }

    /// <summary>The lines that it wrote, empty ones left out.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
