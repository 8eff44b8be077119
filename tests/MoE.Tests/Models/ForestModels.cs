namespace MoE.Tests.Models;

[MixtureOfExperts(11, TopK = 2)]
[RandomForestExpert(10, Count = 2, MaxDepth = 5, Name = "Forest")]
[FeedForwardExpert(8, Name = "Network")]
[Classifier<Hue>]
[Training]
internal sealed partial class ForestClassifier : IClassifier<ForestClassifier, Hue>;

[MixtureOfExperts(6, 2, TopK = 2)]
[RandomForestExpert(12, MaxDepth = 0, MaxFeatures = 6, MinSamplesLeaf = 2)]
[FeedForwardExpert(8)]
[FeedForwardExpert]
[Training]
internal sealed partial class ForestRegressor : IRegressor<ForestRegressor>;

[MixtureOfExperts(11)]
[HashGating]
[RandomForestExpert(5, Count = 3)]
[Classifier<Hue>]
[Training]
internal sealed partial class ForestsAlone : IClassifier<ForestsAlone, Hue>;

[MixtureOfExperts(11, TopK = 2)]
[Expert<ForestClassifier>(Count = 2)]
[FeedForwardExpert(4)]
[Classifier<Hue>]
[Training]
internal sealed partial class ForestsInside : IClassifier<ForestsInside, Hue>;
