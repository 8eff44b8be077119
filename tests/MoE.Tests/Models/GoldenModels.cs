namespace MoE.Tests.Models;

// One declared model for each golden case, from its case.json.

[MixtureOfExperts(8, 8, TopK = 2)]
[FeedForwardExpert(12, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenBasic : IRegressor<GoldenBasic>;

internal enum Sentiment { Negative, Neutral, Positive }

[MixtureOfExperts(20, TopK = 2)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(64, 32, Count = 4)]
[Classifier<Sentiment>]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class GoldenSentiment : IClassifier<GoldenSentiment, Sentiment>;

[MixtureOfExperts(8, 8, TopK = 2)]
[SoftmaxGating(LearnTemperature = true)]
[FeedForwardExpert(12, Count = 4, Activation = Activation.Gelu, EndNorm = true)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenEndNorm : IRegressor<GoldenEndNorm>;

/// <summary>With the dropout of the file's module its numbering is the file's; Fit would drop values, so only the gradients are compared.</summary>
[MixtureOfExperts(8, 8, TopK = 2)]
[SoftmaxGating(LearnTemperature = true)]
[FeedForwardExpert(12, Count = 4, Activation = Activation.Gelu, EndNorm = true, Dropout = 0.1)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenEndNormDropout : IRegressor<GoldenEndNormDropout>;

[MixtureOfExperts(8, 8, TopK = 2)]
[GatedExpert(10, Count = 4, Activation = Activation.Sigmoid, Bias = true)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenGluSigmoid : IRegressor<GoldenGluSigmoid>;

/// <summary>The file divides by the rows where Switch divides by rows * TopK: twice its coefficient.</summary>
[MixtureOfExperts(8, 8, TopK = 2)]
[SoftmaxGating(Bias = false)]
[GatedExpert(9, Count = 6)]
[Training(LoadBalanceWeight = 0.04)]
internal sealed partial class GoldenSwiGlu : IRegressor<GoldenSwiGlu>;

[MixtureOfExperts(8, 8, TopK = 2)]
[SoftmaxGating(Bias = false)]
[GatedExpert(10, Count = 4, Activation = Activation.Gelu)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenGeGlu : IRegressor<GoldenGeGlu>;

[MixtureOfExperts(6, 6, TopK = 2)]
[SoftmaxGating(Temperature = 0.1)]
[FeedForwardExpert(8, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenCold : IRegressor<GoldenCold>;

[MixtureOfExperts(6, 6, TopK = 2)]
[FeedForwardExpert(8, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenWarm : IRegressor<GoldenWarm>;

[MixtureOfExperts(6, 6, TopK = 2)]
[SoftmaxGating(Temperature = 10)]
[FeedForwardExpert(8, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenHot : IRegressor<GoldenHot>;

[MixtureOfExperts(6, 6)]
[FeedForwardExpert(7, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenCollapse : IRegressor<GoldenCollapse>;

[MixtureOfExperts(6, 6, TopK = 4)]
[FeedForwardExpert(7, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenAllExperts : IRegressor<GoldenAllExperts>;

[MixtureOfExperts(5, 5, TopK = 2)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(6, Count = 5)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenLargeLogits : IRegressor<GoldenLargeLogits>;

[MixtureOfExperts(6, 6, TopK = 2)]
[FeedForwardExpert(7, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenSingleRow : IRegressor<GoldenSingleRow>;

[MixtureOfExperts(5, 5, TopK = 3)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(6, Count = 6)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenTies : IRegressor<GoldenTies>;

[MixtureOfExperts(6, 6, TopK = 2)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(7, Count = 4)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenZeroRow : IRegressor<GoldenZeroRow>;
