using System.IO;
using MoE.Tests.Processes;

namespace MoE.Tests.Bits;

/// <summary>What the shapes compute on each leg, each in a process of its own.</summary>
public sealed class LegResults
{
    public LegResults()
    {
        (Best, BestName) = Run();
        (WithoutAvx512, WithoutAvx512Name) = Run(("DOTNET_EnableAVX512", "0"));
        (WithoutAvx2, WithoutAvx2Name) = Run(("DOTNET_EnableAVX2", "0"));
    }

    internal ModelResults Best { get; }

    public string BestName { get; }

    internal ModelResults WithoutAvx512 { get; }

    public string WithoutAvx512Name { get; }

    internal ModelResults WithoutAvx2 { get; }

    public string WithoutAvx2Name { get; }

    private static (ModelResults Results, string Leg) Run(params (string Name, string Value)[] variables)
    {
        string file = Path.GetTempFileName();
        try
        {
            string leg = ChildProcess.Run(["results", file], variables);
            using FileStream stream = File.OpenRead(file);
            return (ModelResults.Read(stream), leg);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
