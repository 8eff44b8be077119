using MoE.Benchmarks.Learn.Contestants;
using Sentiment;
using Sentiment.Embedding;

namespace MoE.Benchmarks.Learn.Models;

/// <summary>Four experts that all work on a row, without dropout.</summary>
[MixtureOfExperts(CommentEmbedding.Size)]
[SoftGating]
[FeedForwardExpert(64, 32, Count = 4)]
[Classifier<Polarity>]
[Training]
internal sealed partial class GoEmotionsSoftPlain : ILearner<GoEmotionsSoftPlain, Polarity>;
