using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>How rows find their experts: one subclass for each gating attribute.</summary>
public abstract record GatingSpec : AttributeSpec
{
    /// <summary>Whether a row goes to one expert and no more: MOE0105 where TopK says otherwise.</summary>
    public virtual bool TakesOneExpert => false;

    /// <summary>The sizes of its layers; in floating point, so that no declaration overflows them.</summary>
    public virtual IEnumerable<(double Inputs, double Outputs)> Layers(double inputs, double experts) => [(inputs, experts)];

    /// <summary>The balance loss that LoadBalance.Auto means.</summary>
    public virtual LoadBalance AutoBalance => LoadBalance.Switch;

    /// <summary>Whether it chooses TopK experts, or has a number of its own.</summary>
    public virtual bool HeedsTopK => true;

    /// <summary>Whether an expert may run out of room.</summary>
    public virtual bool HeedsCapacity => true;

    /// <summary>Whether a row's route may depend on the other rows of a call, which is one sequence then.</summary>
    public virtual bool RowsSeeEachOther => false;

    /// <summary>Whether noise on its logits is drawn while training.</summary>
    public virtual bool HasNoise => false;

    /// <summary>Whether it sends rows to few experts unless a loss keeps it from that: MOE0209.</summary>
    public virtual bool NeedsBalanceLoss => true;

    /// <summary>Whether its weights are said to be a softmax over the chosen experts alone, by its argument Weighting: MOE0210.</summary>
    public virtual bool WeighsOverSelected => false;

    /// <summary>What limits the choice.</summary>
    public virtual GroupSpec Groups => GroupSpec.None;

    /// <summary>How many experts work on a row.</summary>
    public virtual int ExpertsOfRow(int topK, int experts) => topK;

    /// <summary>Arguments of other attributes that say something which this gating does not do: MOE0114.</summary>
    internal virtual IEnumerable<FindingPlace> Ignored(ModelSpec model) => [];

    private protected static IEnumerable<FindingPlace> IgnoredTopK(ModelSpec model)
    {
        if (model.TopK > 1 && model.TopK != model.ExpertCount)
            yield return Places.Model("TopK");
    }

    private protected static IEnumerable<FindingPlace> IgnoredCapacity(ModelSpec model)
    {
        MixtureOfExpertsSpec defaults = MixtureOfExpertsSpec.Default;
        if (model.CapacityFactor != defaults.CapacityFactor)
            yield return Places.Model("CapacityFactor");
        if (model.MinCapacity != defaults.MinCapacity)
            yield return Places.Model("MinCapacity");
        if (model.Mixture.Overflow != defaults.Overflow)
            yield return Places.Model("Overflow");
        if (model.Mixture.CapacityScope != defaults.CapacityScope)
            yield return Places.Model("CapacityScope");
    }

    private protected static IEnumerable<FindingPlace> IgnoredBalance(ModelSpec model)
    {
        if (model.Training is not { } training)
            yield break;
        if (training.LoadBalance is not (LoadBalance.Auto or LoadBalance.None))
            yield return Places.Training("LoadBalance");
        if (training.LoadBalanceWeight != TrainingSpec.Default.LoadBalanceWeight)
            yield return Places.Training("LoadBalanceWeight");
    }

    private protected static IEnumerable<FindingPlace> IgnoredZLoss(ModelSpec model)
    {
        if (model.Training is { } training && training.RouterZLossWeight != TrainingSpec.Default.RouterZLossWeight)
            yield return Places.Training("RouterZLossWeight");
    }

    private protected static IEnumerable<FindingPlace> IgnoredExpertDropout(ModelSpec model)
    {
        if (model.Training is { } training && training.ExpertDropout != TrainingSpec.Default.ExpertDropout)
            yield return Places.Training("ExpertDropout");
    }
}
