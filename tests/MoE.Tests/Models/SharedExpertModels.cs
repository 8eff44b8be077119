namespace MoE.Tests.Models;

[MixtureOfExperts(37, 19, TopK = 2)]
[FeedForwardExpert(12, Count = 3)]
[GatedExpert(21)]
[SharedExpert(33)]
[Training]
internal sealed partial class SharedShape : IRegressor<SharedShape>;

[MixtureOfExperts(50, 3)]
[SwitchGating]
[GatedExpert(7, Count = 3)]
[SharedExpert(40, Gated = true)]
[Training]
internal sealed partial class GatedSharedShape : IRegressor<GatedSharedShape>;

[MixtureOfExperts(11, 6)]
[SlotGating(3)]
[FeedForwardExpert(8, Count = 3)]
[SharedExpert(10, Gated = true)]
[Training]
internal sealed partial class SharedSlots : ISequenceRegressor<SharedSlots>;

[MixtureOfExperts(9, 9, CapacityFactor = 0.5, Overflow = Overflow.PassThrough, CapacityScope = CapacityScope.Always)]
[FeedForwardExpert(4, Count = 2)]
[SharedExpert(5, Gated = true)]
[Training]
internal sealed partial class SharedPassThrough : IRegressor<SharedPassThrough>;

[MixtureOfExperts(9, 9, CapacityFactor = 0.5, Overflow = Overflow.PassThrough, CapacityScope = CapacityScope.Always)]
[FeedForwardExpert(4, Count = 2)]
[Training]
internal sealed partial class PassThroughAlone : IRegressor<PassThroughAlone>;
