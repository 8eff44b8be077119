namespace Agent.Timeline;

/// <summary>Which experts a layer's router chose.</summary>
/// <param name="Layer">The layer's number, counted from 0.</param>
/// <param name="Experts">[states x TopK], best first.</param>
/// <param name="Weights">Theirs.</param>
public sealed record LayerRoutes(int Layer, int[] Experts, float[] Weights);
