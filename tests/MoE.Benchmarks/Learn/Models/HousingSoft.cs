using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row.</summary>
[MixtureOfExperts(HousingFeatures.Size, outputs: 1)]
[SoftGating]
[FeedForwardExpert(128, 64, Count = 4)]
[Training]
internal sealed partial class HousingSoft : ILearner<HousingSoft, float>;
