namespace MoE.Tests.Models;

[MixtureOfExperts(8, 8)]
[SlotGating(2)]
[FeedForwardExpert(10, Count = 3, Activation = Activation.Gelu)]
[Training]
internal sealed partial class GoldenSlots : ISequenceRegressor<GoldenSlots>;

// Few slots and many, one and several for an expert, few outputs and many, every kind of expert.

[MixtureOfExperts(17, 5)]
[SlotGating(2)]
[FeedForwardExpert(9, Count = 2, EndNorm = true, Activation = Activation.Tanh)]
[GatedExpert(7)]
[Training]
internal sealed partial class FewSlots : ISequenceRegressor<FewSlots>;

[MixtureOfExperts(50, 40)]
[SlotGating(5)]
[FeedForwardExpert(Count = 3)]
[GatedExpert(20, Bias = true, Count = 4)]
[Training]
internal sealed partial class ManySlots : ISequenceRegressor<ManySlots>;

[MixtureOfExperts(300, 3)]
[SlotGating(1)]
[FeedForwardExpert(33, 9, Count = 6)]
[Training]
internal sealed partial class OneSlotEach : ISequenceRegressor<OneSlotEach>;

[MixtureOfExperts(1, 1)]
[SlotGating(1)]
[FeedForwardExpert(2)]
[Training]
internal sealed partial class OneSlot : ISequenceRegressor<OneSlot>;

[MixtureOfExperts(6)]
[SlotGating(2)]
[FeedForwardExpert(8, Count = 3, Dropout = 0.3)]
[Classifier<Tint>]
[Training]
internal sealed partial class SlotClassifier : IClassifier<SlotClassifier, Tint>;
