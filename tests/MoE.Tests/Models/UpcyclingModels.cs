namespace MoE.Tests.Models;

[MixtureOfExperts(6, 3, TopK = 2)]
[SoftmaxGating(LearnTemperature = true)]
[FeedForwardExpert(8, Count = 3)]
[SharedExpert(4)]
[Training]
internal sealed partial class ThreeExperts : IRegressor<ThreeExperts>;

[MixtureOfExperts(6, 3, TopK = 2)]
[SoftmaxGating(LearnTemperature = true)]
[FeedForwardExpert(8, Count = 5)]
[SharedExpert(4)]
[Training]
internal sealed partial class FiveExperts : IRegressor<FiveExperts>;

[MixtureOfExperts(6, 3)]
[FeedForwardExpert(8)]
[Training]
internal sealed partial class DenseExpert : IRegressor<DenseExpert>;

[MixtureOfExperts(6, 3, TopK = 2)]
[FeedForwardExpert(8, Count = 4)]
[Training]
internal sealed partial class SparseExperts : IRegressor<SparseExperts>;

[MixtureOfExperts(6, 3, TopK = 2)]
[FeedForwardExpert(9, Count = 4)]
[Training]
internal sealed partial class WiderExperts : IRegressor<WiderExperts>;

[MixtureOfExperts(11, TopK = 2)]
[RandomForestExpert(10, Count = 3, MaxDepth = 5)]
[FeedForwardExpert(8)]
[Classifier<Hue>]
[Training]
internal sealed partial class MoreForests : IClassifier<MoreForests, Hue>;

[MixtureOfExperts(17, 5)]
[SlotGating(2)]
[FeedForwardExpert(9, Count = 2, EndNorm = true, Activation = Activation.Tanh)]
[Training]
internal sealed partial class TwoSlotExperts : ISequenceRegressor<TwoSlotExperts>;

[MixtureOfExperts(17, 5)]
[SlotGating(2)]
[FeedForwardExpert(9, Count = 3, EndNorm = true, Activation = Activation.Tanh)]
[Training]
internal sealed partial class ThreeSlotExperts : ISequenceRegressor<ThreeSlotExperts>;
