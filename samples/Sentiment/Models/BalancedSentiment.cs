using MoE;
using Sentiment.Embedding;

namespace Sentiment.Models;

/// <summary>Two of four experts work on a comment, and the balance loss gets and keeps all four busy.</summary>
[MixtureOfExperts(CommentEmbedding.Size, TopK = 2)]
[SoftmaxGating]
[FeedForwardExpert(64, 32, Count = 4)]
[Classifier<Polarity>]
[Training(LoadBalanceWeight = 0.01)]
public sealed partial class BalancedSentiment : ISentimentModel<BalancedSentiment>;
