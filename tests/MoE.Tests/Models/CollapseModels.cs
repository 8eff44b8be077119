using ErrorTriage;

namespace MoE.Tests.Models;

[MixtureOfExperts(512, TopK = 2)]
[SoftmaxGating]
[FeedForwardExpert(16, Count = 4, Activation = Activation.Tanh)]
[Classifier<ErrorCategory>]
[Training(LoadBalance = LoadBalance.None)]
internal sealed partial class Unbalanced : IClassifier<Unbalanced, ErrorCategory>;

[MixtureOfExperts(512, TopK = 2)]
[SoftmaxGating]
[FeedForwardExpert(16, Count = 4, Activation = Activation.Tanh)]
[Classifier<ErrorCategory>]
[Training(LoadBalanceWeight = 0.01)]
internal sealed partial class Balanced : IClassifier<Balanced, ErrorCategory>;
