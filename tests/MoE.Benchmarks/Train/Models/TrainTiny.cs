namespace MoE.Benchmarks.Train.Models;

[MixtureOfExperts(20, 3, TopK = 2)]
[FeedForwardExpert(64, 32, Count = 4)]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class TrainTiny : IStepModel<TrainTiny>;
