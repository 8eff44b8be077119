using System;
using System.CommandLine;
using System.IO;
using MoE.Benchmarks.Sequences.Models;

namespace MoE.Benchmarks.Sequences;

/// <summary><c>sequences</c>: times of a step, of whole sequences and of training, to be joined with those of torch_agent.py.</summary>
internal static class SequencesCommand
{
    public static Command Create()
    {
        var threads = new Option<int>("--threads") { Description = "threads of a call", DefaultValueFactory = _ => 1 };
        var seconds = new Option<double>("--seconds") { Description = "how long each measurement takes", DefaultValueFactory = _ => 2 };
        var weights = new Option<DirectoryInfo?>("--weights") { Description = "folder that the models' weights are written to, for torch_agent.py" };
        var command = new Command("sequences", "Times the agents of samples/Agent: a step, 512 rows, a training step of 8 x 64 rows; prints a JSON line for each.") { threads, seconds, weights };
        command.SetAction(parsed =>
        {
            (int count, double time, DirectoryInfo? folder) = (parsed.GetValue(threads), parsed.GetValue(seconds), parsed.GetValue(weights));
            new SequenceCases<AgentMamba>("agent-mamba", count, time).Run(folder, Console.Out);
            new SequenceCases<AgentAttention>("agent-attention", count, time).Run(folder, Console.Out);
        });
        return command;
    }
}
