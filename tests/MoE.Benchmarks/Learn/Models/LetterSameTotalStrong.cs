using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the total size, with more dropout.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(LetterSet.Width)]
[FeedForwardExpert(777, 389, Dropout = 0.2)]
[Classifier<Letter>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class LetterSameTotalStrong : ILearner<LetterSameTotalStrong, Letter>;
