using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts, with dropout.</summary>
[MixtureOfExperts(CommentEmbedding.Size, TopK = 4)]
[FeedForwardExpert(64, 32, Count = 8, Dropout = 0.2)]
[Classifier<Polarity>]
[Training]
internal sealed partial class GoEmotionsSparseDropout : ILearner<GoEmotionsSparseDropout, Polarity>;
