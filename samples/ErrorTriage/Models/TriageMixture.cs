using ErrorTriage.Features;
using MoE;

namespace ErrorTriage.Models;

/// <summary>
/// The mixture: two of three experts work on an error, and the router weighs them anew for each. Nobody tells it who is to
/// take what; which expert came to know scopes, types or methods is measured afterwards, so the names are neutral. Why no
/// more experts: see <see cref="TrainingOptions"/>.
/// </summary>
[MixtureOfExperts(HashingFeaturizer.Size, TopK = 2, SparseInputs = true)]
[SoftmaxGating(Temperature = 3)]
[FeedForwardExpert(22, Name = "North", Activation = Activation.Tanh)]
[FeedForwardExpert(22, Name = "East", Activation = Activation.Tanh)]
[FeedForwardExpert(22, Name = "South", Activation = Activation.Tanh)]
[Classifier<ErrorCategory>]
[Training(LoadBalanceWeight = 0.001)]
public sealed partial class TriageMixture;
