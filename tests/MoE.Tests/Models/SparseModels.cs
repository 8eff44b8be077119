namespace MoE.Tests.Models;

/// <summary>A gate of dots, first layers in panels of several widths and many chains.</summary>
[MixtureOfExperts(700, 3, TopK = 2, SparseInputs = true)]
[FeedForwardExpert(64, Count = 2)]
[FeedForwardExpert(40, Activation = Activation.Gelu, Dropout = 0.2)]
[FeedForwardExpert(9, Activation = Activation.Tanh)]
[Training(RouterZLossWeight = 0.01)]
internal sealed partial class SparsePanels : ISparseRegressor<SparsePanels>;

/// <summary>Linear experts: dots all through.</summary>
[MixtureOfExperts(128, 2, TopK = 2, SparseInputs = true)]
[SoftmaxGating(LearnTemperature = true)]
[FeedForwardExpert(Count = 3)]
[FeedForwardExpert(1, Bias = false)]
[Training(ExpertDropout = 0.2)]
internal sealed partial class SparseLines : ISparseRegressor<SparseLines>;

[MixtureOfExperts(203, 5, TopK = 2, SparseInputs = true)]
[SigmoidGating(Bias = true)]
[GatedExpert(21, Count = 2, Bias = true)]
[GatedExpert(16)]
[SharedExpert(12, Gated = true)]
[Training]
internal sealed partial class SparseUnits : ISparseRegressor<SparseUnits>;

[MixtureOfExperts(90, 4, SparseInputs = true)]
[HashGating]
[FeedForwardExpert(20, Count = 3, EndNorm = true)]
[SharedExpert(7)]
[Training]
internal sealed partial class SparseHash : ISparseRegressor<SparseHash>;

/// <summary>Rows that find no room pass through, in predictions, too.</summary>
[MixtureOfExperts(75, 75, TopK = 2, CapacityFactor = 0.6, Overflow = Overflow.PassThrough, CapacityScope = CapacityScope.Always, SparseInputs = true)]
[FeedForwardExpert(18, Count = 4)]
[Training]
internal sealed partial class SparsePassing : ISparseRegressor<SparsePassing>;

[MixtureOfExperts(310, 3, CapacityFactor = 1, SparseInputs = true)]
[SwitchGating(Jitter = 0.3)]
[FeedForwardExpert(33, Count = 3)]
[Training]
internal sealed partial class SparseJitter : ISparseRegressor<SparseJitter>;

[MixtureOfExperts(64, 3, TopK = 2, SparseInputs = true)]
[SoftmaxGating(Noise = GateNoise.Softplus)]
[FeedForwardExpert(24, Count = 4)]
[Training(LoadBalance = LoadBalance.ImportanceAndLoadCv)]
internal sealed partial class SparseNoise : ISparseRegressor<SparseNoise>;

/// <summary>So many experts that the gate is in panels.</summary>
[MixtureOfExperts(521, 2, TopK = 3, SparseInputs = true)]
[FeedForwardExpert(10, Count = 40)]
[Training]
internal sealed partial class SparseCrowd : ISparseRegressor<SparseCrowd>;

[MixtureOfExperts(150, 3, SparseInputs = true)]
[ExpertChoiceGating]
[FeedForwardExpert(31, Count = 4)]
[Training]
internal sealed partial class SparseChosen : ISparseRegressor<SparseChosen>;

[MixtureOfExperts(20, 2, SparseInputs = true)]
[FeedForwardExpert(12, Count = 3)]
[Training]
internal sealed partial class SparseShort : ISparseRegressor<SparseShort>;

// Parts that read whole rows.

[MixtureOfExperts(66, 3, SparseInputs = true)]
[SlotGating(2)]
[FeedForwardExpert(14, Count = 3)]
[Training]
internal sealed partial class SparseSlots : ISparseRegressor<SparseSlots>;

[MixtureOfExperts(11, 3, TopK = 2, SparseInputs = true)]
[RandomForestExpert(6, MaxDepth = 4)]
[FeedForwardExpert(8, Count = 2)]
[Training]
internal sealed partial class SparseForests : ISparseRegressor<SparseForests>;

[MixtureOfExperts(21, 9, TopK = 2, SparseInputs = true)]
[Expert<InnerMixture>(Count = 2)]
[FeedForwardExpert(6)]
[Training]
internal sealed partial class SparseNested : ISparseRegressor<SparseNested>;

[MixtureOfExperts(2500, TopK = 2, SparseInputs = true)]
[FeedForwardExpert(32, Count = 3)]
[Classifier<Hue>]
[Training]
internal sealed partial class SparseHues : IClassifier<SparseHues, Hue>;

/// <summary>Predicts only.</summary>
[MixtureOfExperts(300, 4, SparseInputs = true)]
[FeedForwardExpert(32, Count = 2)]
internal sealed partial class SparseReader;

/// <summary>Predicts only, and some part reads whole rows.</summary>
[MixtureOfExperts(66, 3, SparseInputs = true)]
[SlotGating(1)]
[FeedForwardExpert(14, Count = 2)]
internal sealed partial class SparseSlotReader;
