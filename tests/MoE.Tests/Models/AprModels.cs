namespace MoE.Tests.Models;

[MixtureOfExperts(1, 1, TopK = 2)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(Count = 2)]
internal sealed partial class AprExample;

[MixtureOfExperts(5, 1, TopK = 2)]
[SoftmaxGating(Bias = false, Temperature = 0.5)]
[FeedForwardExpert(Count = 4)]
[Training(LoadBalanceWeight = 0.02)]
internal sealed partial class AprLinear : IRegressor<AprLinear>;

[MixtureOfExperts(5, 1)]
[SoftmaxGating(Bias = false, Weighting = GateWeighting.OverSelected)]
[FeedForwardExpert(Bias = false, Count = 3)]
internal sealed partial class AprUnbiased;

internal enum Answer { No, Yes }

[MixtureOfExperts(5, TopK = 2)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(Count = 3)]
[Classifier<Answer>]
[Training]
internal sealed partial class AprLogistic : IClassifier<AprLogistic, Answer>;

[MixtureOfExperts(11, TopK = 2)]
[SoftmaxGating(Bias = false)]
[RandomForestExpert(8, Count = 2, MaxDepth = 0)]
[Classifier<Hue>]
[Training]
internal sealed partial class AprForests : IClassifier<AprForests, Hue>;

[MixtureOfExperts(6, 1, TopK = 2)]
[SoftmaxGating(Bias = false)]
[RandomForestExpert(8, Count = 2, MaxFeatures = 6)]
[Training]
internal sealed partial class AprRegressionForests : IRegressor<AprRegressionForests>;
