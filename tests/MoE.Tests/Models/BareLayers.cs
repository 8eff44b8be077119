namespace MoE.Tests.Models;

// One layer and nothing else, whose outputs PredictExpert gives as they are.

[MixtureOfExperts(77, 21, WeightFormat = WeightFormat.Int8)]
[FeedForwardExpert(Count = 2)]
internal sealed partial class BareInt8;

[MixtureOfExperts(77, 21, WeightFormat = WeightFormat.Int4)]
[FeedForwardExpert(Count = 2)]
internal sealed partial class BareInt4;
