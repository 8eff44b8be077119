using System.Collections.Generic;
using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>What mixes the rows of a sequence. Each kind has a planner here, and an emitter that prints how it is made.</summary>
/// <param name="Prefix">What the names of its parameters begin with in a backbone's layer.</param>
/// <param name="Summary">What it computes, in one line.</param>
/// <param name="Layers">Its linear layers, in the order in which its constructor takes them.</param>
/// <param name="Tensors">Its parameters, counted from its first float.</param>
/// <param name="Floats">The room that they take.</param>
internal abstract record MixerPlan(string Prefix, string Summary, IReadOnlyList<SequenceLayerPlan> Layers, IReadOnlyList<TensorPlan> Tensors, int Floats)
{
    /// <summary>Multiply-adds of linear layers for a row.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);
}
