namespace MoE.Tests.Models;

[MixtureOfExperts(17, 5)]
[SwitchGating(Temperature = 0.7, Bias = true)]
[FeedForwardExpert(9, Count = 3)]
[GatedExpert(7, Count = 2)]
[Training(LoadBalanceWeight = 0.3)]
internal sealed partial class SwitchShape : IRegressor<SwitchShape>;

[MixtureOfExperts(17, 5)]
[SwitchGating(Jitter = 0.2)]
[FeedForwardExpert(9, Count = 3)]
[Training]
internal sealed partial class SwitchJitter : IRegressor<SwitchJitter>;

/// <summary>Without the z-loss of the file, and with a capacity while training only.</summary>
[MixtureOfExperts(8, 8, CapacityFactor = 1.25)]
[SwitchGating]
[FeedForwardExpert(10, Count = 4, Bias = false)]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class GoldenSwitch : IRegressor<GoldenSwitch>;
