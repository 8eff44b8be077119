namespace MoE.Tests.Models;

[MixtureOfExperts(17, 5, CapacityFactor = 3)]
[HashGating]
[FeedForwardExpert(9, Count = 2)]
[GatedExpert(7)]
[Training]
internal sealed partial class HashShape : IRegressor<HashShape>;

[MixtureOfExperts(6, 6)]
[HashGating]
[FeedForwardExpert(8, Count = 4, Activation = Activation.Gelu)]
[Training]
internal sealed partial class GoldenHash : IRegressor<GoldenHash>;
