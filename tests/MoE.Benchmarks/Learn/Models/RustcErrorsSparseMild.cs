using ErrorTriage;
using ErrorTriage.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts.</summary>
[MixtureOfExperts(HashingFeaturizer.Size, TopK = 4)]
[FeedForwardExpert(22, Count = 8, Activation = Activation.Tanh, Dropout = 0.1)]
[Classifier<ErrorCategory>]
[Training]
internal sealed partial class RustcErrorsSparseMild : ILearner<RustcErrorsSparseMild, ErrorCategory>;
