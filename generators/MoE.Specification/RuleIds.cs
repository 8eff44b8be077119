namespace MoE.Specification;

/// <summary>The rules' ids. Their titles and messages stand with the analyzers.</summary>
public static class RuleIds
{
    public const string NotPartial = "MOE0001";
    public const string ContainerNotPartial = "MOE0002";
    public const string UnsuitableClass = "MOE0003";
    public const string SeveralParts = "MOE0004";
    public const string GeneratedConstantArgument = "MOE0006";
    public const string NameClash = "MOE0007";
    public const string AttributeWithoutModel = "MOE0008";
    public const string OldLanguage = "MOE0009";
    public const string TopKExceedsExperts = "MOE0101";
    public const string TopKBelowOne = "MOE0102";
    public const string NoExpert = "MOE0103";
    public const string SeveralGatings = "MOE0104";
    public const string OneExpertGating = "MOE0105";
    public const string GroupsDoNotFit = "MOE0106";
    public const string CustomTypeSizes = "MOE0107";
    public const string HierarchyCycle = "MOE0108";
    public const string CustomType = "MOE0109";
    public const string ExpertName = "MOE0110";
    public const string OutputsDisagree = "MOE0111";
    public const string MixingDoesNotFit = "MOE0112";
    public const string PassThroughSizes = "MOE0113";
    public const string IgnoredByGating = "MOE0114";
    public const string ClassifierEnum = "MOE0115";
    public const string NoOutputs = "MOE0116";
    public const string LossDoesNotFit = "MOE0117";
    public const string NestedModelNotTrained = "MOE0118";
    public const string WeightFormatTrained = "MOE0119";
    public const string LoadCvWithoutNoise = "MOE0120";
    public const string UndefinedChoice = "MOE0121";
    public const string ExpertWithoutGradient = "MOE0122";
    public const string BackboneAndMixer = "MOE0130";
    public const string SeveralMixers = "MOE0131";
    public const string HeadsDoNotFit = "MOE0132";
    public const string NoMixtureLayer = "MOE0133";
    public const string ResidualBlockDoesNotFit = "MOE0134";
    public const string CallIsSequence = "MOE0135";
    public const string SeesLaterRows = "MOE0136";
    public const string HeadNeeded = "MOE0137";
    public const string SizeBelowOne = "MOE0201";
    public const string CapacityFactor = "MOE0202";
    public const string Temperature = "MOE0203";
    public const string Dropout = "MOE0204";
    public const string LossWeight = "MOE0205";
    public const string CapacityBelowOne = "MOE0206";
    public const string SingleExpert = "MOE0207";
    public const string AllExperts = "MOE0208";
    public const string NoBalance = "MOE0209";
    public const string OneWeight = "MOE0210";
    public const string OneProbability = "MOE0211";
    public const string IdleLanes = "MOE0301";
    public const string ModelTooLarge = "MOE0302";
    public const string CallLength = "MOE0401";
    public const string TrainingNotDeclared = "MOE0402";
    public const string RowByRow = "MOE0403";
    public const string WeightsFile = "MOE0404";
    public const string InternalError = "MOE0999";

    /// <summary>Whether the rule is advice: the model works all the same.</summary>
    public static bool IsAdvice(string id) => IsWarning(id) || IsSuggestion(id) || id is AllExperts or IdleLanes;

    /// <summary>Whether the rule is a warning.</summary>
    public static bool IsWarning(string id) => id is IgnoredByGating or CapacityBelowOne or SingleExpert or NoBalance or OneWeight or OneProbability;

    /// <summary>Whether the rule is a suggestion, which editors show by dots.</summary>
    public static bool IsSuggestion(string id) => id is RowByRow or CallIsSequence;
}
