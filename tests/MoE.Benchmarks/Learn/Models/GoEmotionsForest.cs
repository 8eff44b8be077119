using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest of any depth.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(CommentEmbedding.Size)]
[HashGating]
[RandomForestExpert(200, MaxDepth = 0)]
[Classifier<Polarity>]
[Training]
internal sealed partial class GoEmotionsForest : ILearner<GoEmotionsForest, Polarity>;
