using ErrorTriage.Features;
using MoE;

namespace ErrorTriage.Models;

/// <summary>
/// The mixture: two of four experts work on an error. Nobody tells the router who is to take what; which expert came to
/// know scopes, types or methods is measured afterwards, so the names are neutral.
/// </summary>
[MixtureOfExperts(HashingFeaturizer.Size, TopK = 2)]
[SoftmaxGating]
[FeedForwardExpert(32, Name = "North")]
[FeedForwardExpert(32, Name = "East")]
[FeedForwardExpert(32, Name = "South")]
[FeedForwardExpert(32, Name = "West")]
[Classifier<ErrorCategory>]
[Training(LoadBalanceWeight = 0.1)]
public sealed partial class TriageMixture;
