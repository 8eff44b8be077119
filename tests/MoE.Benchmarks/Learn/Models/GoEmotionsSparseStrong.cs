using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; an expert is out for one in four steps of training.</summary>
[MixtureOfExperts(CommentEmbedding.Size, TopK = 4)]
[FeedForwardExpert(64, 32, Count = 8, Dropout = 0.2)]
[Classifier<Polarity>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class GoEmotionsSparseStrong : ILearner<GoEmotionsSparseStrong, Polarity>;
