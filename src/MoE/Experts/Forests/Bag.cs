namespace MoE.Experts.Forests;

/// <summary>Rows that a tree is grown on.</summary>
/// <param name="Draws">How often each row of the forest was drawn.</param>
/// <param name="Weights">How much each counts, draws included.</param>
/// <param name="Size">Different rows in it.</param>
internal sealed record Bag(int[] Draws, double[] Weights, int Size);
