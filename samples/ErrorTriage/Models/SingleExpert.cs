using ErrorTriage.Features;
using MoE;

namespace ErrorTriage.Models;

/// <summary>
/// What the mixture is measured against: one expert with as many trained numbers as the mixture uses for a row, its
/// router included (two experts of 32 hidden units, and 4 for the router's logits).
/// </summary>
[MixtureOfExperts(HashingFeaturizer.Size)]
[FeedForwardExpert(68)]
[Classifier<ErrorCategory>]
[Training(LoadBalance = LoadBalance.None)]
public sealed partial class SingleExpert;
