namespace MoE.Generators.Planning;

/// <summary>A network of the user's from a row to its logits.</summary>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="Parameters">The floats that belong to it, from the gate's first on.</param>
/// <param name="IsTrained">Whether training changes them.</param>
internal sealed record NetworkGateLayer(string Summary, int LogitStride, string Type, int Parameters, bool IsTrained) : GateLayerPlan(Summary, LogitStride);
