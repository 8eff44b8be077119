namespace MoE.Tests.Models;

[MixtureOfExperts(17, 5)]
[SoftGating(Temperature = 0.6, Bias = false)]
[FeedForwardExpert(9, Count = 3)]
[GatedExpert(7, Count = 2)]
[Training]
internal sealed partial class SoftShape : IRegressor<SoftShape>;

[MixtureOfExperts(8, 8)]
[SoftGating]
[FeedForwardExpert(10, Count = 4)]
[Training]
internal sealed partial class GoldenSoft : IRegressor<GoldenSoft>;
