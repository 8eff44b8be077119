namespace MoE.Tests.Models;

internal enum Side { Left, Right, Middle }

[MixtureOfExperts(6, TopK = 2)]
[SoftmaxGating]
[FeedForwardExpert(8, Count = 3)]
[Classifier<Side>]
[Training]
internal sealed partial class TwoStage;

[MixtureOfExperts(6, 6, TopK = 2, CapacityFactor = 0.6, CapacityScope = CapacityScope.Always, Overflow = Overflow.PassThrough)]
[SoftmaxGating]
[FeedForwardExpert(8, Count = 4)]
[Training]
internal sealed partial class PassingThrough : IRegressor<PassingThrough>;

[MixtureOfExperts(6, 3, TopK = 2, CapacityFactor = 1, CapacityScope = CapacityScope.Always, Overflow = Overflow.NextBest)]
[SoftmaxGating]
[FeedForwardExpert(8, Count = 4)]
[Training]
internal sealed partial class NextBestModel : IRegressor<NextBestModel>;

[MixtureOfExperts(6, 3, TopK = 2)]
[SoftmaxGating(Noise = GateNoise.Softplus)]
[FeedForwardExpert(8, Count = 4)]
[Training(ExpertDropout = 0.5)]
internal sealed partial class Dropping : IRegressor<Dropping>;

[MixtureOfExperts(6, 3)]
[HashGating]
[FeedForwardExpert(8, Count = 4)]
[Training]
internal sealed partial class Hashing : IRegressor<Hashing>;
