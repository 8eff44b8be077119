using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four of eight experts.</summary>
[MixtureOfExperts(CommentEmbedding.Size, TopK = 4)]
[FeedForwardExpert(64, 32, Count = 8, Dropout = 0.1)]
[Classifier<Polarity>]
[Training]
internal sealed partial class GoEmotionsSparseMild : ILearner<GoEmotionsSparseMild, Polarity>;
