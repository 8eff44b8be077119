using ErrorTriage.Features;
using MoE;

namespace ErrorTriage.Models;

/// <summary>
/// What the mixture is measured against: one expert of the same kind with at least as many trained numbers as the mixture
/// uses for a row, its router included (two experts of 22 hidden units, and 3 for the router's logits).
/// </summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixture is compared with.
[MixtureOfExperts(HashingFeaturizer.Size, SparseInputs = true)]
[FeedForwardExpert(48, Activation = Activation.Tanh)]
[Classifier<ErrorCategory>]
[Training(LoadBalance = LoadBalance.None)]
public sealed partial class SingleExpert;
