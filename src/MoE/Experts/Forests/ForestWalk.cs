using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MoE.Experts.Forests;

/// <summary>From roots to leaves, eight walks at a time: of one row through eight trees, or of eight rows through one tree.</summary>
internal static unsafe class ForestWalk
{
    private const int Lanes = 8;

    /// <summary>The leaf of one row in each of some trees.</summary>
    public static void Trees(int* nodes, int* roots, int trees, float* row, int* leaves)
    {
        int tree = 0;
        for (; Avx2.IsSupported && tree <= trees - (2 * Lanes); tree += 2 * Lanes)
        {
            // Two at a time: one waits for memory while the other compares.
            Vector256<int> one = Avx.LoadVector256(roots + tree), other = Avx.LoadVector256(roots + tree + Lanes);
            while (true)
            {
                Vector256<int> nextOne = Next(nodes, row, one, Vector256<int>.Zero), nextOther = Next(nodes, row, other, Vector256<int>.Zero);
                if (nextOne == one && nextOther == other)
                    break;
                (one, other) = (nextOne, nextOther);
            }
            Leaves(nodes, one).Store(leaves + tree);
            Leaves(nodes, other).Store(leaves + tree + Lanes);
        }
        for (; Avx2.IsSupported && tree <= trees - Lanes; tree += Lanes)
            Leaves(nodes, Walk(nodes, row, Avx.LoadVector256(roots + tree), Vector256<int>.Zero)).Store(leaves + tree);
        for (; tree < trees; tree++)
            leaves[tree] = Leaf(nodes, roots[tree], row);
    }

    /// <summary>The leaf of each of some rows in one tree.</summary>
    public static void Rows(int* nodes, int root, float* rows, int stride, int count, int* leaves)
    {
        int row = 0;
        Vector256<int> places = Vector256<int>.Indices * stride;
        for (; Avx2.IsSupported && row <= count - Lanes; row += Lanes)
            Leaves(nodes, Walk(nodes, rows + ((nint)row * stride), Vector256.Create(root), places)).Store(leaves + row);
        for (; row < count; row++)
            leaves[row] = Leaf(nodes, root, rows + ((nint)row * stride));
    }

    private static Vector256<int> Walk(int* nodes, float* rows, Vector256<int> current, Vector256<int> places)
    {
        while (true)
        {
            Vector256<int> next = Next(nodes, rows, current, places);
            if (next == current)
                return current;
            current = next;
        }
    }

    // A comparison that holds is -1: the right child lies behind the left one.
    private static Vector256<int> Next(int* nodes, float* rows, Vector256<int> current, Vector256<int> places)
    {
        Vector256<int> slots = current << 2;
        Vector256<int> features = Avx2.GatherVector256(nodes, slots, sizeof(int));
        Vector256<float> thresholds = Avx2.GatherVector256((float*)nodes + 1, slots, sizeof(int));
        Vector256<int> children = Avx2.GatherVector256(nodes + 2, slots, sizeof(int));
        Vector256<float> values = Avx2.GatherVector256(rows, features + places, sizeof(float));
        return children - Vector256.GreaterThan(values, thresholds).AsInt32();
    }

    private static Vector256<int> Leaves(int* nodes, Vector256<int> current) => Avx2.GatherVector256(nodes + 3, current << 2, sizeof(int));

    private static int Leaf(int* nodes, int node, float* row)
    {
        while (true)
        {
            int* slots = nodes + ((nint)node * ForestLayout.Slots);
            int next = slots[2] + (row[slots[0]] > ((float*)slots)[1] ? 1 : 0);
            if (next == node)
                return slots[3];
            node = next;
        }
    }
}
