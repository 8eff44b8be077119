using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest and two networks, which all work on a row.</summary>
[MixtureOfExperts(LetterSet.Width)]
[SoftGating]
[RandomForestExpert(200, MaxDepth = 0)]
[FeedForwardExpert(256, 128, Count = 2, Dropout = 0.1)]
[Classifier<Letter>]
[Training]
internal sealed partial class LetterForestsAndNetworks : ILearner<LetterForestsAndNetworks, Letter>;
