namespace MoE.Benchmarks.Train.Models;

// Weighed by its probability, or the router would learn nothing.
[MixtureOfExperts(256, 3)]
[FeedForwardExpert(64, Count = 3)]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class TrainTriage : IStepModel<TrainTriage>;
