using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>All rows of a sequence through a mixer, each as it comes after those before it.</summary>
/// <param name="Field">The field that holds the mixer.</param>
internal sealed record SequenceOp(BufferPlan Source, BufferPlan Target, MixerPlan Mixer, string Field) : OpPlan(Source, Target)
{
    public override IEnumerable<LinearPlan> Layers => Mixer.Layers.Select(layer => layer.Linear);

    public override IEnumerable<LinearPlan> BackwardLayers => Mixer.Layers.Select(layer => layer.Back).OfType<LinearPlan>();

    public override bool RowsSeeEachOther => true;

    public override long MultiplyAdds => Mixer.MultiplyAdds;
}
