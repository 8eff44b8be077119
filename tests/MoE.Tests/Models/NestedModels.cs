namespace MoE.Tests.Models;

[MixtureOfExperts(5, 5, TopK = 2)]
[FeedForwardExpert(6, Count = 3)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenGroup : IRegressor<GoldenGroup>;

[MixtureOfExperts(5, 5)]
[Expert<GoldenGroup>(Count = 3)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenHierarchy : IRegressor<GoldenHierarchy>;

// Three levels, experts of several kinds on each, losses of each router.

[MixtureOfExperts(21, 9, TopK = 2)]
[GatedExpert(7, Count = 3)]
[SharedExpert(10, Gated = true)]
[Training(LoadBalanceWeight = 0.02, RouterZLossWeight = 0.01)]
internal sealed partial class InnerMixture : IRegressor<InnerMixture>;

[MixtureOfExperts(21, 9)]
[SwitchGating]
[Expert<InnerMixture>]
[FeedForwardExpert(5)]
[Training(LoadBalanceWeight = 0.03)]
internal sealed partial class MiddleMixture : IRegressor<MiddleMixture>;

[MixtureOfExperts(21, 9, TopK = 3)]
[FeedForwardExpert(12, Name = "Plain")]
[Expert<InnerMixture>(Name = "Inner", Count = 2)]
[Expert<MiddleMixture>(Name = "Middle")]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class ThreeLevels : IRegressor<ThreeLevels>;

internal enum Hue { Red, Green, Blue }

[MixtureOfExperts(11, TopK = 2)]
[FeedForwardExpert(8, Count = 3)]
[Classifier<Hue>]
[Training]
internal sealed partial class InnerHues : IClassifier<InnerHues, Hue>;

[MixtureOfExperts(11, TopK = 2)]
[Expert<InnerHues>(Count = 2)]
[FeedForwardExpert(7)]
[GatedExpert(6)]
[Classifier<Hue>(Mixing = Mixing.Probabilities)]
[Training]
internal sealed partial class MixedHues : IClassifier<MixedHues, Hue>;

/// <summary>Rows that reach the inner one see each other.</summary>
[MixtureOfExperts(7, 4, CapacityFactor = 0.5, CapacityScope = CapacityScope.Always)]
[FeedForwardExpert(6, Count = 2)]
[Training]
internal sealed partial class CrowdedMixture : IRegressor<CrowdedMixture>;

[MixtureOfExperts(7, 4)]
[Expert<CrowdedMixture>(Count = 2)]
[Training]
internal sealed partial class HolderOfCrowds : IRegressor<HolderOfCrowds>;
