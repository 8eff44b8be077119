using System.CommandLine;
using MoE.Benchmarks.Peers;

var root = new RootCommand("Times MoE.Gen's models.") { PeersCommand.Create() };
return root.Parse(args).Invoke();
