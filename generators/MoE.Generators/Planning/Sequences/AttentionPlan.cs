using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>Causal attention with rotary positions, keys and values shared by groups of heads.</summary>
/// <param name="Width">Columns of a row.</param>
/// <param name="Heads">Of queries.</param>
/// <param name="KeyValueHeads">Of keys and values.</param>
/// <param name="HeadSize">Columns of each.</param>
/// <param name="Window">Rows that a row sees, itself included; 0: all before it, too.</param>
/// <param name="RotaryBase">0: no positions.</param>
internal sealed record AttentionPlan(
    string Summary,
    IReadOnlyList<SequenceLayerPlan> Layers,
    IReadOnlyList<TensorPlan> Tensors,
    int Floats,
    int Width,
    int Heads,
    int KeyValueHeads,
    int HeadSize,
    int Window,
    double RotaryBase)
    : MixerPlan("attention.", Summary, Layers, Tensors, Floats);
