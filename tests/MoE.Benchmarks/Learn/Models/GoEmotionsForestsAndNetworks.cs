using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>A forest and two networks, which all work on a row.</summary>
[MixtureOfExperts(CommentEmbedding.Size)]
[SoftGating]
[RandomForestExpert(200, MaxDepth = 0)]
[FeedForwardExpert(64, 32, Count = 2, Dropout = 0.1)]
[Classifier<Polarity>]
[Training]
internal sealed partial class GoEmotionsForestsAndNetworks : ILearner<GoEmotionsForestsAndNetworks, Polarity>;
