using ErrorTriage;
using ErrorTriage.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest and two networks, which all work on a row.</summary>
[MixtureOfExperts(HashingFeaturizer.Size)]
[SoftGating]
[RandomForestExpert(200, MaxDepth = 0)]
[FeedForwardExpert(22, Count = 2, Activation = Activation.Tanh, Dropout = 0.1)]
[Classifier<ErrorCategory>]
[Training]
internal sealed partial class RustcErrorsForestsAndNetworks : ILearner<RustcErrorsForestsAndNetworks, ErrorCategory>;
