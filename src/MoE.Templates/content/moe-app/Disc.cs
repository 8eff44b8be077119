using MoE;

namespace MoEApp;

/// <summary>Where a point lies.</summary>
public enum Side { Inside, Outside }

/// <summary>Tells points inside a disc from those outside: four small networks, of which a router asks two for each point.</summary>
[MixtureOfExperts(inputs: 2, TopK = 2)]
[FeedForwardExpert(16, Count = 4)]
[Classifier<Side>]
[Training]
public sealed partial class Disc;
