using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row.</summary>
[MixtureOfExperts(CommentEmbedding.Size)]
[SoftGating]
[FeedForwardExpert(64, 32, Count = 4, Dropout = 0.1)]
[Classifier<Polarity>]
[Training]
internal sealed partial class GoEmotionsSoft : ILearner<GoEmotionsSoft, Polarity>;
