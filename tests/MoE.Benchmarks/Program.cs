using System.CommandLine;
using MoE.Benchmarks.Cost;
using MoE.Benchmarks.Generator;
using MoE.Benchmarks.Peers;

var root = new RootCommand("Times MoE.Gen's models, its generator and what is generated.")
{
    PeersCommand.Create(), GeneratorCommand.Create(), CostCommand.Create(),
};
return root.Parse(args).Invoke();
