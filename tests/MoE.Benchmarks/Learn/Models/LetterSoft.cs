using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row.</summary>
[MixtureOfExperts(LetterSet.Width)]
[SoftGating]
[FeedForwardExpert(256, 128, Count = 4, Dropout = 0.1)]
[Classifier<Letter>]
[Training]
internal sealed partial class LetterSoft : ILearner<LetterSoft, Letter>;
