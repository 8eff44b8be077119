using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts.</summary>
[MixtureOfExperts(CovertypeFeatures.Size, TopK = 4)]
[FeedForwardExpert(256, 128, Count = 8, Dropout = 0.1)]
[Classifier<CoverType>]
[Training]
internal sealed partial class CovertypeSparseMild : ILearner<CovertypeSparseMild, CoverType>;
