using MoE;
using Sentiment.Embedding;

namespace Sentiment.Models;

/// <summary>The same model without the balance loss, to see what becomes of it.</summary>
#pragma warning disable MOE0209 // No balance loss on purpose: this is the model that collapses.
[MixtureOfExperts(CommentEmbedding.Size, TopK = 2)]
[SoftmaxGating]
[FeedForwardExpert(64, 32, Count = 4)]
[Classifier<Polarity>]
[Training(LoadBalance = LoadBalance.None)]
public sealed partial class UnbalancedSentiment : ISentimentModel<UnbalancedSentiment>;
