namespace MoE.Tests.Models;

/// <summary>Large enough that one row is spread over threads; odd sizes, three experts at work and the shared one.</summary>
[MixtureOfExperts(523, 301, TopK = 3)]
[FeedForwardExpert(301, Count = 3, Activation = Activation.Gelu)]
[GatedExpert(257, Count = 2)]
[SharedExpert(65)]
[Training]
internal sealed partial class LargeLayers : IRegressor<LargeLayers>;
