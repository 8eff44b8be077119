using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the total size, with more dropout.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(CovertypeFeatures.Size)]
[FeedForwardExpert(825, 413, Dropout = 0.2)]
[Classifier<CoverType>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class CovertypeSameTotalStrong : ILearner<CovertypeSameTotalStrong, CoverType>;
