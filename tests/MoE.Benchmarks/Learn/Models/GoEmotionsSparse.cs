using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts; a quarter of the experts is out for each step of training.</summary>
[MixtureOfExperts(CommentEmbedding.Size, TopK = 4)]
[FeedForwardExpert(64, 32, Count = 8)]
[Classifier<Polarity>]
[Training(ExpertDropout = 0.25)]
internal sealed partial class GoEmotionsSparse : ILearner<GoEmotionsSparse, Polarity>;
