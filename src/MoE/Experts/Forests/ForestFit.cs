namespace MoE.Experts.Forests;

/// <summary>A grown forest.</summary>
/// <param name="Forest">It.</param>
/// <param name="OutOfBag">[rows x outputs]: what the trees that have not seen a row say of it; of a row that all have seen, what all say.</param>
internal sealed record ForestFit(Forest Forest, float[] OutOfBag);
