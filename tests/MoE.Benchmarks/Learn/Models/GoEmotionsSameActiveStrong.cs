using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the active size, with more dropout.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(CommentEmbedding.Size)]
[FeedForwardExpert(148, 74, Dropout = 0.2)]
[Classifier<Polarity>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoEmotionsSameActiveStrong : ILearner<GoEmotionsSameActiveStrong, Polarity>;
