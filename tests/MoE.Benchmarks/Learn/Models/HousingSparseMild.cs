using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts.</summary>
[MixtureOfExperts(HousingFeatures.Size, outputs: 1, TopK = 4)]
[FeedForwardExpert(256, 128, Count = 8, Dropout = 0.1)]
[Training]
internal sealed partial class HousingSparseMild : ILearner<HousingSparseMild, float>;
