using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>One expert of the total size.</summary>
#pragma warning disable MOE0207 // One expert on purpose: what the mixtures are compared with.
[MixtureOfExperts(CommentEmbedding.Size)]
[FeedForwardExpert(217, 109, Dropout = 0.1)]
[Classifier<Polarity>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class GoEmotionsSameTotalMild : ILearner<GoEmotionsSameTotalMild, Polarity>;
