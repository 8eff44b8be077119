using System.IO;
using MoE.Tests.Processes;

namespace MoE.Tests.Sequences;

/// <summary>What the mixers compute on each leg, each in a process of its own.</summary>
public sealed class SequenceLegs
{
    internal ModelResults Best { get; } = Run();

    internal ModelResults WithoutAvx512 { get; } = Run(("DOTNET_EnableAVX512", "0"));

    internal ModelResults WithoutAvx2 { get; } = Run(("DOTNET_EnableAVX2", "0"));

    private static ModelResults Run(params (string Name, string Value)[] variables)
    {
        string file = Path.GetTempFileName();
        try
        {
            ChildProcess.Run(["sequences", file], variables);
            using FileStream stream = File.OpenRead(file);
            return ModelResults.Read(stream);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
