using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row.</summary>
[MixtureOfExperts(LetterSet.Width)]
[SoftGating]
[FeedForwardExpert(128, 64, Count = 4)]
[Classifier<Letter>]
[Training]
internal sealed partial class LetterSoft : ILearner<LetterSoft, Letter>;
