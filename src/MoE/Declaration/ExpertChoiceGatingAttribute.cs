using System;

namespace MoE;

/// <summary>
/// Experts pick their rows: each takes the <c>ceil(ExpertsPerRow * rows / experts)</c> rows of a call whose probability for it is
/// largest, and weighs them by it (Zhou et al., "Mixture-of-Experts with Expert Choice Routing", 2022). A row gets from none to all
/// experts, and its output depends on the other rows: a call is one batch, so not for what must not see later rows.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExpertChoiceGatingAttribute : Attribute
{
    /// <summary>Experts that a row gets in the mean, the capacity factor of Zhou et al.; above 0 and finite. Default: 2.</summary>
    public double ExpertsPerRow { get; set; } = 2;

    /// <summary>Whether the router adds a bias. Default: <c>false</c>.</summary>
    public bool Bias { get; set; }
}
