using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; a quarter of the experts is out for each step of training.</summary>
[MixtureOfExperts(LetterSet.Width, TopK = 4)]
[FeedForwardExpert(128, 64, Count = 8)]
[Classifier<Letter>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class LetterSparse : ILearner<LetterSparse, Letter>;
