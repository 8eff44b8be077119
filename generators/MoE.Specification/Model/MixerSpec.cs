using System.Collections.Generic;

namespace MoE.Specification;

/// <summary>What carries information from step to step in a backbone's layers: one subclass for each mixer.</summary>
public abstract record MixerSpec : AttributeSpec
{
    /// <summary>The sizes of its parameters; in floating point, so that no declaration overflows them.</summary>
    public abstract IEnumerable<(double Inputs, double Outputs)> Layers(double width);
}
