namespace MoE.Benchmarks.Train.Models;

/// <summary>Hashed text: 30 of 16,384 features a row.</summary>
[MixtureOfExperts(16384, 3, SparseInputs = true)]
[FeedForwardExpert(64, Count = 3)]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class TrainSparse : ISparseStepModel<TrainSparse>;
