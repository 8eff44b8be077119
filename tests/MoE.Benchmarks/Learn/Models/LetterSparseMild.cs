using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts.</summary>
[MixtureOfExperts(LetterSet.Width, TopK = 4)]
[FeedForwardExpert(256, 128, Count = 8, Dropout = 0.1)]
[Classifier<Letter>]
[Training]
internal sealed partial class LetterSparseMild : ILearner<LetterSparseMild, Letter>;
