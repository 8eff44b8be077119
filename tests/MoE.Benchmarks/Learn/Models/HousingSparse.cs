using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; a quarter of the experts is out for each step of training.</summary>
[MixtureOfExperts(HousingFeatures.Size, outputs: 1, TopK = 4)]
[FeedForwardExpert(128, 64, Count = 8)]
[Training(ExpertDropout = 0.25)]
internal sealed partial class HousingSparse : ILearner<HousingSparse, float>;
