using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; a quarter of the experts is out for each step of training.</summary>
[MixtureOfExperts(CovertypeFeatures.Size, TopK = 4)]
[FeedForwardExpert(128, 64, Count = 8)]
[Classifier<CoverType>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class CovertypeSparse : ILearner<CovertypeSparse, CoverType>;
