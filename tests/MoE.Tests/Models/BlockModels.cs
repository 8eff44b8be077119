namespace MoE.Tests.Models;

// Residual blocks: a norm before the mixture, the row added behind it.

[MixtureOfExperts(8, 8, TopK = 2)]
[ResidualBlock]
[FeedForwardExpert(8, Count = 4, Activation = Activation.Gelu)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenBlock : IRegressor<GoldenBlock>;

/// <summary>Off the vector width, with two kinds of expert, a learned temperature and a balance loss.</summary>
[MixtureOfExperts(19, 19, TopK = 2)]
[ResidualBlock(NormEpsilon = 1e-3)]
[SoftmaxGating(LearnTemperature = true)]
[FeedForwardExpert(7, 5, Count = 2)]
[GatedExpert(9, Count = 3, Bias = true)]
[Training(LoadBalanceWeight = 0.05, RouterZLossWeight = 0.01)]
internal sealed partial class ResidualShape : IRegressor<ResidualShape>;

/// <summary>A root mean square norm, and a shared expert behind a gate: two layers read each row.</summary>
[MixtureOfExperts(33, 33, TopK = 2)]
[ResidualBlock(Norm = Norm.RMSNorm)]
[SigmoidGating(GroupCount = 2)]
[GatedExpert(6, Count = 4)]
[SharedExpert(5, Gated = true)]
[Training(LoadBalance = LoadBalance.MeanSquare)]
internal sealed partial class RmsResidualShape : IRegressor<RmsResidualShape>;

/// <summary>A router without a layer.</summary>
[MixtureOfExperts(16, 16)]
[ResidualBlock]
[HashGating]
[FeedForwardExpert(16, Count = 3, Activation = Activation.Tanh)]
[SharedExpert(4)]
[Training]
internal sealed partial class HashResidualShape : IRegressor<HashResidualShape>;

/// <summary>Noise on the router, jitter on its rows, and rows that pass through.</summary>
[MixtureOfExperts(12, 12, TopK = 2, CapacityFactor = 0.5, Overflow = Overflow.PassThrough)]
[ResidualBlock]
[SoftmaxGating(Noise = GateNoise.Softplus, Jitter = 0.1)]
[FeedForwardExpert(8, Count = 4, Activation = Activation.SiLU, Dropout = 0.2)]
[Training(LoadBalance = LoadBalance.ImportanceAndLoadCv)]
internal sealed partial class NoisyBlock : INoisyRegressor<NoisyBlock>;
