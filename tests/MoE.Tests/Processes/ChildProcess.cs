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
        using Process process = Start(arguments, variables);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }

    /// <returns>The running process, once it has written its first line.</returns>
    public static Process StartAndAwaitLine(string[] arguments, params (string Name, string Value)[] variables)
    {
        Process process = Start(arguments, variables);
        if (process.StandardOutput.ReadLine() is null) throw new InvalidOperationException(process.StandardError.ReadToEnd());
        return process;
    }

    private static Process Start(string[] arguments, (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new("dotnet", ["exec", typeof(ChildProgram).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A leg is what its own variables say, whatever leg this process runs on.
        foreach (string inherited in start.Environment.Keys.Where(IsRuntimeSetting).ToArray())
            start.Environment.Remove(inherited);
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static bool IsRuntimeSetting(string name) =>
        name.StartsWith("DOTNET_Enable", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_Tiered", StringComparison.OrdinalIgnoreCase);
}
