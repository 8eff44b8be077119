using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest of any depth.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(CovertypeFeatures.Size)]
[HashGating]
[RandomForestExpert(200, MaxDepth = 0)]
[Classifier<CoverType>]
[Training]
internal sealed partial class CovertypeForest : ILearner<CovertypeForest, CoverType>;
