namespace MoE;

/// <summary>How the step size goes from <see cref="FitOptions.LearningRate"/> to <see cref="FitOptions.FinalLearningRate"/>, after <see cref="FitOptions.WarmupSteps"/>.</summary>
public enum LearningRateSchedule
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>Along half a cosine: slowly at both ends (Loshchilov and Hutter, "SGDR", 2017).</summary>
    Cosine,

    /// <summary>Along a line.</summary>
    Linear,
}
