using ErrorTriage;
using ErrorTriage.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the total size.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(HashingFeaturizer.Size)]
[FeedForwardExpert(184, Activation = Activation.Tanh, Dropout = 0.1)]
[Classifier<ErrorCategory>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class RustcErrorsSameTotalMild : ILearner<RustcErrorsSameTotalMild, ErrorCategory>;
