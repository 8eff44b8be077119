using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Data;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the total size.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(HousingFeatures.Size, outputs: 1)]
[FeedForwardExpert(812, 406, Dropout = 0.1)]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class HousingSameTotalMild : ILearner<HousingSameTotalMild, float>;
