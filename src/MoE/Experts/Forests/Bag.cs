using MoE.Numerics;

namespace MoE.Experts.Forests;

/// <summary>A bootstrap: as many draws as there are rows, with replacement. A row that does not count is not in it.</summary>
internal sealed class Bag
{
    public Bag(ForestRows rows, int count, ref Xoshiro256 random)
    {
        Draws = new int[count];
        Weights = new double[count];
        for (int draw = 0; draw < count; draw++)
            Draws[random.NextBelow(count)]++;
        for (int row = 0; row < count; row++)
        {
            Weights[row] = Draws[row] * rows.WeightOf(row);
            if (Weights[row] > 0)
                Size++;
            else
                Draws[row] = 0;
        }
    }

    /// <summary>How often each row was drawn.</summary>
    public int[] Draws { get; }

    /// <summary>How much each row counts, draws included.</summary>
    public double[] Weights { get; }

    /// <summary>Different rows in it.</summary>
    public int Size { get; }
}
