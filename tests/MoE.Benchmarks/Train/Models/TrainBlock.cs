namespace MoE.Benchmarks.Train.Models;

[MixtureOfExperts(256, 256, TopK = 2)]
[FeedForwardExpert(512, Count = 8, Activation = Activation.Gelu)]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class TrainBlock : IStepModel<TrainBlock>;
