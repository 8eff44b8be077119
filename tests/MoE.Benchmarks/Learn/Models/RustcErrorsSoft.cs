using ErrorTriage;
using ErrorTriage.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row.</summary>
[MixtureOfExperts(HashingFeaturizer.Size)]
[SoftGating]
[FeedForwardExpert(22, Count = 4, Activation = Activation.Tanh, Dropout = 0.1)]
[Classifier<ErrorCategory>]
[Training]
internal sealed partial class RustcErrorsSoft : ILearner<RustcErrorsSoft, ErrorCategory>;
