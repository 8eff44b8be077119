using MoE.Benchmarks.Learn.Contestants;
using MoE.Benchmarks.Learn.Sets;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest of any depth.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(LetterSet.Width)]
[HashGating]
[RandomForestExpert(200, MaxDepth = 0)]
[Classifier<Letter>]
[Training]
internal sealed partial class LetterForest : ILearner<LetterForest, Letter>;
