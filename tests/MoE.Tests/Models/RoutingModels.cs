namespace MoE.Tests.Models;

// Shapes: one for each gating, choice and loss of the router.

[MixtureOfExperts(17, 5, TopK = 3)]
[SigmoidGating(GroupCount = 3, GroupTopK = 2, Scale = 2.5)]
[FeedForwardExpert(9, Count = 4)]
[GatedExpert(7, Count = 2)]
[Training(LoadBalance = LoadBalance.Switch, LoadBalanceWeight = 0.2, RouterZLossWeight = 0.01)]
internal sealed partial class SigmoidShape : IRegressor<SigmoidShape>;

[MixtureOfExperts(12, 4, TopK = 2)]
[SigmoidGating(Normalize = false, Bias = true, BalanceRate = 0.1)]
[FeedForwardExpert(6, Count = 5)]
[Training]
internal sealed partial class SigmoidAsItIs : IRegressor<SigmoidAsItIs>;

[MixtureOfExperts(17, 5, TopK = 2)]
[SoftmaxGating(GroupCount = 3, GroupTopK = 2, Weighting = GateWeighting.OverAll, Temperature = 0.8)]
[FeedForwardExpert(9, Count = 6)]
[Training(LoadBalance = LoadBalance.SwitchFirstChoice, LoadBalanceWeight = 0.3, RouterZLossWeight = 0.02)]
internal sealed partial class GroupedShape : IRegressor<GroupedShape>;

[MixtureOfExperts(17, 5, TopK = 2)]
[SoftmaxGating(Noise = GateNoise.Softplus, LearnTemperature = true)]
[FeedForwardExpert(9, Count = 4)]
[Training(LoadBalance = LoadBalance.ImportanceAndLoadCv, LoadBalanceWeight = 0.3)]
internal sealed partial class NoisyShape : IRegressor<NoisyShape>;

[MixtureOfExperts(9, 5, TopK = 2)]
[SoftmaxGating(Noise = GateNoise.Softmax, Bias = false)]
[FeedForwardExpert(9, Count = 20)]
[Training(LoadBalance = LoadBalance.LoadCv, LoadBalanceWeight = 0.1)]
internal sealed partial class SoftmaxNoiseShape : IRegressor<SoftmaxNoiseShape>;

[MixtureOfExperts(17, 5, TopK = 2)]
[SoftmaxGating(Weighting = GateWeighting.OverAll)]
[FeedForwardExpert(9, Count = 4)]
[Training(LoadBalance = LoadBalance.ImportanceCv, LoadBalanceWeight = 0.3)]
internal sealed partial class ImportanceShape : IRegressor<ImportanceShape>;

[MixtureOfExperts(17, 5, TopK = 2)]
[SoftmaxGating(Temperature = 0.5)]
[FeedForwardExpert(9, Count = 4)]
[Training(LoadBalance = LoadBalance.MeanSquare, LoadBalanceWeight = 3)]
internal sealed partial class MeanSquareShape : IRegressor<MeanSquareShape>;

[MixtureOfExperts(17, 5)]
[SoftGating]
[FeedForwardExpert(9, Count = 4)]
[Training(LoadBalance = LoadBalance.SumOfSquares, LoadBalanceWeight = 3)]
internal sealed partial class SumOfSquaresShape : IRegressor<SumOfSquaresShape>;

[MixtureOfExperts(17, 5)]
[SwitchGating]
[FeedForwardExpert(9, Count = 4)]
[Training(LoadBalance = LoadBalance.Entropy, LoadBalanceWeight = 0.4)]
internal sealed partial class EntropyShape : IRegressor<EntropyShape>;

// One for each golden case of routing.

[MixtureOfExperts(8, 8, TopK = 2)]
[SoftmaxGating(Noise = GateNoise.Softmax)]
[FeedForwardExpert(10, Count = 4, Activation = Activation.Gelu)]
[Training(LoadBalance = LoadBalance.SumOfSquares, LoadBalanceWeight = 0.01)]
internal sealed partial class GoldenAdvanced : INoisyRegressor<GoldenAdvanced>;

[MixtureOfExperts(8, 8, CapacityFactor = 1.25, CapacityScope = CapacityScope.Always)]
[SwitchGating]
[FeedForwardExpert(10, Count = 4, Bias = false)]
[Training(LoadBalanceWeight = 0.01, RouterZLossWeight = 0.001)]
internal sealed partial class GoldenSwitchWhole : IRegressor<GoldenSwitchWhole>;

/// <summary>The file's capacity is floor(1.25 * 21 / 4) = 6; ours counts both choices and rounds up: ceil(0.57 * 21 * 2 / 4) = 6.</summary>
[MixtureOfExperts(8, 8, TopK = 2, CapacityFactor = 0.57, CapacityScope = CapacityScope.Always)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(10, Count = 4, Bias = false)]
[Training(LoadBalance = LoadBalance.SwitchFirstChoice, LoadBalanceWeight = 0.01)]
internal sealed partial class GoldenGShard : IRegressor<GoldenGShard>;

[MixtureOfExperts(8, 8, TopK = 2)]
[SoftmaxGating(Noise = GateNoise.Softplus, Bias = false)]
[FeedForwardExpert(8, Count = 5)]
[Training(LoadBalance = LoadBalance.ImportanceAndLoadCv, LoadBalanceWeight = 0.1)]
internal sealed partial class GoldenNoisyTopK : INoisyRegressor<GoldenNoisyTopK>;

[MixtureOfExperts(8, 8)]
[ExpertChoiceGating(ExpertsPerRow = 1.25)]
[FeedForwardExpert(10, Count = 4)]
[Training]
internal sealed partial class GoldenExpertChoice : IRegressor<GoldenExpertChoice>;

[MixtureOfExperts(7, 7, TopK = 3)]
[SigmoidGating(GroupCount = 4, GroupTopK = 2, Scale = 2.5, BalanceRate = 0)]
[GatedExpert(5, Count = 8)]
[SharedExpert(5)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenDeepSeek : IRegressor<GoldenDeepSeek>;

[MixtureOfExperts(8, 8, TopK = 3)]
[SoftmaxGating(Bias = false, Weighting = GateWeighting.OverAll)]
[GatedExpert(6, Count = 6)]
[SharedExpert(12, Gated = true)]
[Training(LoadBalanceWeight = 0.003)]
internal sealed partial class GoldenQwen : IRegressor<GoldenQwen>;
