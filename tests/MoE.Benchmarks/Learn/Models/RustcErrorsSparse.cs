using ErrorTriage;
using ErrorTriage.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; a quarter of the experts is out for each step of training.</summary>
[MixtureOfExperts(HashingFeaturizer.Size, TopK = 4)]
[FeedForwardExpert(11, Count = 8, Activation = Activation.Tanh)]
[Classifier<ErrorCategory>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class RustcErrorsSparse : ILearner<RustcErrorsSparse, ErrorCategory>;
