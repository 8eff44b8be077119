using ErrorTriage.Features;
using MoE;

namespace ErrorTriage.Models;

/// <summary>
/// The mixture: two experts work on every error and the router weighs them anew for each. Nobody tells it who is to take
/// what; which expert came to know scopes, types or methods is measured afterwards, so the names are neutral. With both
/// experts always chosen there is no load to balance. Why no more experts: see <see cref="TrainingOptions"/>.
/// </summary>
[MixtureOfExperts(HashingFeaturizer.Size, TopK = 2)]
[SoftmaxGating(Temperature = 3)]
[FeedForwardExpert(11, Name = "North", Activation = Activation.Tanh)]
[FeedForwardExpert(11, Name = "South", Activation = Activation.Tanh)]
[Classifier<ErrorCategory>]
[Training(LoadBalance = LoadBalance.None)]
public sealed partial class TriageMixture;
