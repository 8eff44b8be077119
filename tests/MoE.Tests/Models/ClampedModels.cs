namespace MoE.Tests.Models;

[MixtureOfExperts(8, 8, TopK = 2)]
[GatedExpert(6, Count = 4, Bias = true, Limit = 4, Alpha = 1.702, UpOffset = 1)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenGptOss : IRegressor<GoldenGptOss>;

/// <summary>Limits that many values reach.</summary>
[MixtureOfExperts(21, 5, TopK = 2)]
[GatedExpert(18, Limit = 0.3, Alpha = 1.5, UpOffset = 0.25)]
[GatedExpert(18, Activation = Activation.Tanh, Limit = 0.2)]
[GatedExpert(18, UpOffset = -0.5)]
[Training]
internal sealed partial class ClampedShape : IRegressor<ClampedShape>;
