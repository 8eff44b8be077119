using System;
using System.IO;
using MoE.Tests.Jit;
using MoE.Tests.Sequences;
using MoE.Tests.Sparse;

namespace MoE.Tests.Processes;

/// <summary>The entry point for the tests that start this assembly again, in a process with other runtime settings or to be killed.</summary>
internal static class ChildProgram
{
    public static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["results", string file]:
                using (FileStream stream = File.Create(file))
                    ModelResults.Compute().Write(stream);
                Console.Write(InstructionSet.Current);
                return 0;
            case ["sequences", string file]:
                using (FileStream stream = File.Create(file))
                    SequenceResults.Compute().Write(stream);
                return 0;
            case ["sparse"]:
                foreach (SparseShape shape in SparseShape.All) shape.Compare();
                Console.Write(InstructionSet.Current);
                return 0;
            case ["formats", string file]:
                using (FileStream stream = File.Create(file))
                    ModelResults.OfFormats().Write(stream);
                Console.Write(InstructionSet.Current);
                return 0;
            case ["jit", .. string[] workloads]:
                JitWorkload.Run(workloads);
                return 0;
            case ["save-halfway", string path]:
                SavingChild.SaveHalfway(path);
                return 0;
            case ["save-endlessly", string path]:
                SavingChild.SaveEndlessly(path);
                return 0;
            default:
                Console.Error.WriteLine($"Unknown arguments: {string.Join(' ', arguments)}. Run the tests with 'dotnet test'.");
                return 1;
        }
    }
}
