using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>How rows find their experts: one subclass for each gating attribute.</summary>
public abstract record GatingSpec : AttributeSpec
{
    /// <summary>Whether a row goes to one expert and no more: MOE0105 where TopK says otherwise.</summary>
    public virtual bool TakesOneExpert => false;

    /// <summary>Whether it is a layer from the inputs to a logit for each expert.</summary>
    public virtual bool HasLayer => true;

    /// <summary>The balance loss that LoadBalance.Auto means.</summary>
    public virtual LoadBalance AutoBalance => LoadBalance.Switch;

    /// <summary>Whether it chooses TopK experts, or has a number of its own.</summary>
    public virtual bool HeedsTopK => true;

    /// <summary>Whether an expert may run out of room.</summary>
    public virtual bool HeedsCapacity => true;

    /// <summary>How many experts work on a row.</summary>
    public virtual int ExpertsOfRow(int topK, int experts) => topK;

    /// <summary>Arguments of other attributes that say something which this gating does not do: MOE0114.</summary>
    internal virtual IEnumerable<FindingPlace> Ignored(ModelSpec model) => [];
}
