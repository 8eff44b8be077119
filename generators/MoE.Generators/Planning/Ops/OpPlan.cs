using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>One step of an expert, from one buffer to another. Each kind has a file here, and an emitter that prints it forward and backward.</summary>
internal abstract record OpPlan(BufferPlan Source, BufferPlan Target)
{
    /// <summary>Whether predicting needs no memory of its own for the target.</summary>
    public virtual bool IsInPlace => false;

    /// <summary>The linear layer that it runs.</summary>
    public virtual LinearPlan? Layer => null;

    /// <summary>All linear layers that it runs.</summary>
    public virtual IEnumerable<LinearPlan> Layers => Layer is null ? [] : [Layer];

    /// <summary>The block that it runs, which is emitted as a class of its own.</summary>
    public virtual BlockPlan? Inner => null;

    /// <summary>The linear layer that carries its gradient back.</summary>
    public virtual LinearPlan? BackwardLayer => null;

    /// <summary>All that carry gradients back.</summary>
    public virtual IEnumerable<LinearPlan> BackwardLayers => BackwardLayer is null ? [] : [BackwardLayer];

    /// <summary>Whether a row's output may depend on other rows of the call.</summary>
    public virtual bool RowsSeeEachOther => Inner is { RowsSeeEachOther: true };

    /// <summary>Whether its way back writes the source's gradient to memory of its own, and not over the target's.</summary>
    public virtual bool WritesGradient => false;

    /// <summary>Multiply-adds for a row.</summary>
    public virtual long MultiplyAdds => 0;
}
