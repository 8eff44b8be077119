using System.CommandLine;
using MoE.Benchmarks.Cost;
using MoE.Benchmarks.Generator;
using MoE.Benchmarks.Learn;
using MoE.Benchmarks.Peers;
using MoE.Benchmarks.Sequences;
using MoE.Benchmarks.Train;

var root = new RootCommand("Times MoE.Gen's models, its generator and what is generated; says what mixing is worth.")
{
    PeersCommand.Create(), GeneratorCommand.Create(), CostCommand.Create(), LearnCommand.Create(), TrainCommand.Create(), SequencesCommand.Create(),
};
return root.Parse(args).Invoke();
