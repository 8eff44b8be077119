namespace MoE.Tests.Models;

// The same shapes in every format: odd sizes, every kind of layer, blocks that are short, outputs that fill no panel.

[MixtureOfExperts(37, 19, TopK = 2)]
[FeedForwardExpert(45, Count = 2)]
[GatedExpert(70)]
[FeedForwardExpert]
[SharedExpert(33, Gated = true)]
internal sealed partial class OddFloat32;

[MixtureOfExperts(37, 19, TopK = 2, WeightFormat = WeightFormat.BFloat16)]
[FeedForwardExpert(45, Count = 2)]
[GatedExpert(70)]
[FeedForwardExpert]
[SharedExpert(33, Gated = true)]
internal sealed partial class OddBFloat16;

[MixtureOfExperts(37, 19, TopK = 2, WeightFormat = WeightFormat.Int8)]
[FeedForwardExpert(45, Count = 2)]
[GatedExpert(70)]
[FeedForwardExpert]
[SharedExpert(33, Gated = true)]
internal sealed partial class OddInt8;

[MixtureOfExperts(37, 19, TopK = 2, WeightFormat = WeightFormat.Int4)]
[FeedForwardExpert(45, Count = 2)]
[GatedExpert(70)]
[FeedForwardExpert]
[SharedExpert(33, Gated = true)]
internal sealed partial class OddInt4;

[MixtureOfExperts(100, TopK = 1)]
[FeedForwardExpert(64, Count = 3, EndNorm = true)]
[Classifier<Tint>]
internal sealed partial class FewFloat32;

[MixtureOfExperts(100, TopK = 1, WeightFormat = WeightFormat.BFloat16)]
[FeedForwardExpert(64, Count = 3, EndNorm = true)]
[Classifier<Tint>]
internal sealed partial class FewBFloat16;

[MixtureOfExperts(100, TopK = 1, WeightFormat = WeightFormat.Int8)]
[FeedForwardExpert(64, Count = 3, EndNorm = true)]
[Classifier<Tint>]
internal sealed partial class FewInt8;

[MixtureOfExperts(100, TopK = 1, WeightFormat = WeightFormat.Int4)]
[FeedForwardExpert(64, Count = 3, EndNorm = true)]
[Classifier<Tint>]
internal sealed partial class FewInt4;

[MixtureOfExperts(300, 40, TopK = 3)]
[GatedExpert(520, Count = 3, Bias = true)]
internal sealed partial class LongFloat32;

[MixtureOfExperts(300, 40, TopK = 3, WeightFormat = WeightFormat.BFloat16)]
[GatedExpert(520, Count = 3, Bias = true)]
internal sealed partial class LongBFloat16;

[MixtureOfExperts(300, 40, TopK = 3, WeightFormat = WeightFormat.Int8)]
[GatedExpert(520, Count = 3, Bias = true)]
internal sealed partial class LongInt8;

[MixtureOfExperts(300, 40, TopK = 3, WeightFormat = WeightFormat.Int4)]
[GatedExpert(520, Count = 3, Bias = true)]
internal sealed partial class LongInt4;

[MixtureOfExperts(5, 3, TopK = 2)]
[FeedForwardExpert(7, Count = 40, Activation = Activation.Tanh)]
internal sealed partial class CrowdedFloat32;

[MixtureOfExperts(5, 3, TopK = 2, WeightFormat = WeightFormat.BFloat16)]
[FeedForwardExpert(7, Count = 40, Activation = Activation.Tanh)]
internal sealed partial class CrowdedBFloat16;

[MixtureOfExperts(5, 3, TopK = 2, WeightFormat = WeightFormat.Int8)]
[FeedForwardExpert(7, Count = 40, Activation = Activation.Tanh)]
internal sealed partial class CrowdedInt8;

[MixtureOfExperts(5, 3, TopK = 2, WeightFormat = WeightFormat.Int4)]
[FeedForwardExpert(7, Count = 40, Activation = Activation.Tanh)]
internal sealed partial class CrowdedInt4;
