using ErrorTriage;
using ErrorTriage.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; an expert is out for one in four steps of training.</summary>
[MixtureOfExperts(HashingFeaturizer.Size, TopK = 4)]
[FeedForwardExpert(22, Count = 8, Activation = Activation.Tanh, Dropout = 0.2)]
[Classifier<ErrorCategory>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class RustcErrorsSparseStrong : ILearner<RustcErrorsSparseStrong, ErrorCategory>;
