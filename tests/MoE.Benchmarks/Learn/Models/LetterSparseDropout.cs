using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts, with dropout.</summary>
[MixtureOfExperts(LetterSet.Width, TopK = 4)]
[FeedForwardExpert(128, 64, Count = 8, Dropout = 0.2)]
[Classifier<Letter>]
[Training]
internal sealed partial class LetterSparseDropout : ILearner<LetterSparseDropout, Letter>;
