namespace MoE.Tests.Models;

// Shapes with odd sizes: every activation, both kinds of expert, both weightings, depths 0 to 3, TopK from 1 to all.

[MixtureOfExperts(1, 1)]
[FeedForwardExpert(1, Count = 2)]
[Training]
internal sealed partial class OneByOne : IRegressor<OneByOne>;

[MixtureOfExperts(3, 17, TopK = 2)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(Count = 3)]
[Training]
internal sealed partial class LinearExperts : IRegressor<LinearExperts>;

[MixtureOfExperts(17, 63, TopK = 3)]
[SoftmaxGating(Temperature = 0.5)]
[FeedForwardExpert(63, 17, 3, Count = 5, Activation = Activation.Tanh)]
[Training]
internal sealed partial class ThreeLayersDeep : IRegressor<ThreeLayersDeep>;

[MixtureOfExperts(257, 3, TopK = 1)]
[FeedForwardExpert(63, Count = 3, Activation = Activation.SiLU)]
[Training(LoadBalanceWeight = 0.3)]
internal sealed partial class ManyInputs : IRegressor<ManyInputs>;

[MixtureOfExperts(63, 257, TopK = 2)]
[SoftmaxGating(Weighting = GateWeighting.OverAll)]
[GatedExpert(17, Count = 3)]
[Training]
internal sealed partial class ManyOutputs : IRegressor<ManyOutputs>;

[MixtureOfExperts(17, 1, TopK = 3)]
[GatedExpert(257, Count = 3, Bias = true, Activation = Activation.GeluTanh)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class AllGated : IRegressor<AllGated>;

[MixtureOfExperts(63, 17, TopK = 2)]
[SoftmaxGating(Temperature = 2, LearnTemperature = true, Weighting = GateWeighting.OverAll)]
[FeedForwardExpert(257, Count = 4, Activation = Activation.Gelu, EndNorm = true)]
[Training(LoadBalanceWeight = 0.5)]
internal sealed partial class Normed : IRegressor<Normed>;

[MixtureOfExperts(3, 63, TopK = 4)]
[SoftmaxGating(Bias = false)]
[FeedForwardExpert(17, 63, Count = 4, Activation = Activation.Sigmoid, Bias = false)]
[Training]
internal sealed partial class Unbiased : IRegressor<Unbiased>;

[MixtureOfExperts(17, 3, TopK = 2)]
[SoftmaxGating(Temperature = 0.7, LearnTemperature = true)]
[FeedForwardExpert(63, Name = "Wide", EndNorm = true, Activation = Activation.Tanh)]
[GatedExpert(17, Name = "Gated", Activation = Activation.Tanh)]
[FeedForwardExpert(Name = "Linear", Bias = false)]
[FeedForwardExpert(3, 1, Name = "Narrow", Activation = Activation.Identity)]
[Training(LoadBalanceWeight = 0.2)]
internal sealed partial class TwoKinds : IRegressor<TwoKinds>;

[MixtureOfExperts(300, 300, TopK = 2)]
[FeedForwardExpert(300, Count = 2)]
[GatedExpert(300)]
[Training]
internal sealed partial class ThreeHundredWide : IRegressor<ThreeHundredWide>;

internal enum Tint { Cyan = 7, Magenta = 3, Yellow = -1, Black = 0, White = 255 }

[MixtureOfExperts(63, TopK = 2)]
[FeedForwardExpert(17, Count = 3, Name = "Tint")]
[Classifier<Tint>]
[Training]
internal sealed partial class TintClassifier : IClassifier<TintClassifier, Tint>;

[MixtureOfExperts(17, 17, TopK = 5)]
[GatedExpert(3, Count = 63, Activation = Activation.ReLU)]
[Training]
internal sealed partial class ManyExperts : IRegressor<ManyExperts>;

[MixtureOfExperts(1030, 9, TopK = 2)]
[FeedForwardExpert(3, Count = 9, Bias = false, Activation = Activation.Identity)]
[Training]
internal sealed partial class ThousandInputs : IRegressor<ThousandInputs>;

[MixtureOfExperts(3, 1, TopK = 1)]
[FeedForwardExpert(1030, Activation = Activation.Gelu)]
[Training]
internal sealed partial class OneExpert : IRegressor<OneExpert>;
