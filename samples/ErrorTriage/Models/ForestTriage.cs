using ErrorTriage.Features;
using MoE;

namespace ErrorTriage.Models;

/// <summary>
/// Three random forests, each grown on errors of its own kind, behind a router that learns afterwards whose an error is: the two-stage training that
/// aprender's users asked for.
/// </summary>
[MixtureOfExperts(HashingFeaturizer.Size, TopK = 2)]
[RandomForestExpert(60, MaxDepth = 0, Name = "Scope")]
[RandomForestExpert(60, MaxDepth = 0, Name = "Type")]
[RandomForestExpert(60, MaxDepth = 0, Name = "Method")]
[Classifier<ErrorCategory>]
[Training(LoadBalanceWeight = 0.001)]
public sealed partial class ForestTriage;
