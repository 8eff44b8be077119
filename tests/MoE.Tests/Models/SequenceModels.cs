namespace MoE.Tests.Models;

// Models over sequences: layers of a mixer and a mixture, or a dense sublayer.

[MixtureOfExperts(6, 6, TopK = 2)]
[Backbone(6, 1, MixtureEvery = 1, FinalNorm = false, Head = false)]
[MambaMixer(StateSize = 4)]
[FeedForwardExpert(6, Count = 4, Activation = Activation.Gelu)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoldenMambaBlock : ISequenceModel<GoldenMambaBlock>;

/// <summary>Off the vector width; a mixture in every second of five layers.</summary>
[MixtureOfExperts(5, 3, TopK = 2)]
[Backbone(12, 5, Norm = Norm.RMSNorm, NormEpsilon = 1e-4)]
[MambaMixer(StateSize = 3, ConvolutionWidth = 3, Expand = 1, TimeStepRank = 2)]
[FeedForwardExpert(9, Count = 3)]
[Training(LoadBalanceWeight = 0.05)]
internal sealed partial class SmallMamba : ISequenceModel<SmallMamba>;

/// <summary>Grouped heads that look seven rows back.</summary>
[MixtureOfExperts(16, 4, TopK = 2)]
[Backbone(16, 3, MixtureEvery = 3, DenseHidden = 20, DenseActivation = Activation.SiLU)]
[AttentionMixer(4, KeyValueHeads = 2, Window = 7)]
[GatedExpert(6, Count = 4)]
[SharedExpert(5)]
[Training(LoadBalance = LoadBalance.None, RouterZLossWeight = 0.01)]
internal sealed partial class WindowedAttention : ISequenceModel<WindowedAttention>;

/// <summary>The whole past, no positions, biases, wide heads; a mixture in each layer, no norm at the end.</summary>
[MixtureOfExperts(7, 2)]
[Backbone(10, 2, MixtureEvery = 1, FinalNorm = false)]
[AttentionMixer(2, HeadSize = 6, RotaryBase = 0, Bias = true)]
[SwitchGating]
[FeedForwardExpert(8, Count = 3)]
[Training]
internal sealed partial class WholeAttention : ISequenceModel<WholeAttention>;

/// <summary>A selective state space beside feed-forward experts, without layers around: a call is one sequence.</summary>
[MixtureOfExperts(9, 4, TopK = 2)]
[FeedForwardExpert(6)]
[MambaExpert(StateSize = 5, Count = 2)]
[GatedExpert(7)]
[SharedExpert(3)]
[Training]
internal sealed partial class MambaAmongExperts : ISequenceRegressor<MambaAmongExperts>;

/// <summary>The same within layers.</summary>
[MixtureOfExperts(6, 3)]
[Backbone(11, 2, MixtureEvery = 1)]
[MambaMixer(StateSize = 2, Expand = 1)]
[MambaExpert(StateSize = 3, ConvolutionWidth = 2, Count = 2)]
[FeedForwardExpert(8)]
[Training(RouterZLossWeight = 0.01)]
internal sealed partial class MambaInLayers : ISequenceModel<MambaInLayers>;

[MixtureOfExperts(5, 3, TopK = 2)]
[Backbone(12, 2, Dropout = 0.3)]
[MambaMixer(StateSize = 3)]
[FeedForwardExpert(9, Count = 3, Dropout = 0.2)]
[Training]
internal sealed partial class DroppingMamba : ISequenceModel<DroppingMamba>;

[MixtureOfExperts(10, 8, TopK = 2)]
[Backbone(32, 2)]
[MambaMixer(StateSize = 8)]
[FeedForwardExpert(32, Count = 4)]
[Training]
internal sealed partial class MambaCopy : ISequenceModel<MambaCopy>;

[MixtureOfExperts(10, 8, TopK = 2)]
[Backbone(32, 2)]
[AttentionMixer(4)]
[FeedForwardExpert(32, Count = 4)]
[Training]
internal sealed partial class AttentionCopy : ISequenceModel<AttentionCopy>;

[MixtureOfExperts(10, 8, TopK = 2)]
[FeedForwardExpert(32, Count = 4)]
[Training]
internal sealed partial class RowCopy : IRegressor<RowCopy>;
