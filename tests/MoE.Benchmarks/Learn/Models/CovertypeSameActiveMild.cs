using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the active size.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(CovertypeFeatures.Size)]
[FeedForwardExpert(567, 284, Dropout = 0.1)]
[Classifier<CoverType>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class CovertypeSameActiveMild : ILearner<CovertypeSameActiveMild, CoverType>;
