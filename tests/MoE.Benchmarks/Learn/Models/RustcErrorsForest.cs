using ErrorTriage;
using ErrorTriage.Features;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest of any depth.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(HashingFeaturizer.Size)]
[HashGating]
[RandomForestExpert(200, MaxDepth = 0)]
[Classifier<ErrorCategory>]
[Training]
internal sealed partial class RustcErrorsForest : ILearner<RustcErrorsForest, ErrorCategory>;
