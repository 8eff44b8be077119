using System;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using Shouldly;

namespace MoE.Tests.Processes;

/// <summary>Runs this assembly's <see cref="ChildProgram"/> in a process of its own.</summary>
internal static class ChildProcess
{
    /// <returns>What it wrote to its output.</returns>
    public static string Run(string[] arguments, params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(ChildProgram).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A leg is what its own variables say, whatever leg this process runs on.
        foreach (string inherited in start.Environment.Keys.Where(IsRuntimeSetting).ToArray())
            start.Environment.Remove(inherited);
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    private static bool IsRuntimeSetting(string name) =>
        name.StartsWith("DOTNET_Enable", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_Tiered", StringComparison.OrdinalIgnoreCase);
}
