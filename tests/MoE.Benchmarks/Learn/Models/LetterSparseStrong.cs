using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; an expert is out for one in four steps of training.</summary>
[MixtureOfExperts(LetterSet.Width, TopK = 4)]
[FeedForwardExpert(256, 128, Count = 8, Dropout = 0.2)]
[Classifier<Letter>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class LetterSparseStrong : ILearner<LetterSparseStrong, Letter>;
