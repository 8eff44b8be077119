using System;
using System.Runtime.InteropServices;

namespace MoE.Experts.Forests;

/// <summary>
/// A forest as it is walked. A node is four numbers side by side: feature, threshold, left child, leaf. A leaf asks whether feature 0 exceeds
/// infinity and sends every row to itself, so a walk needs no end: when nothing moves any more, all rows are in their leaves.
/// </summary>
internal sealed class ForestLayout
{
    public const int Slots = 4;

    /// <summary>On the pinned heap.</summary>
    private readonly int[] _nodes;
    private readonly int[] _roots;
    private readonly float[] _values;

    public ForestLayout(ForestNodes nodes, int outputs)
    {
        _nodes = GC.AllocateUninitializedArray<int>(nodes.Features.Length * Slots, pinned: true);
        _roots = Pinned(nodes.Roots);
        _values = Pinned(nodes.Values);
        Outputs = outputs;
        for (int node = 0; node < nodes.Features.Length; node++)
        {
            bool isLeaf = nodes.Features[node] < 0;
            Span<int> slots = _nodes.AsSpan(node * Slots, Slots);
            slots[0] = isLeaf ? 0 : nodes.Features[node];
            slots[1] = BitConverter.SingleToInt32Bits(isLeaf ? float.PositiveInfinity : nodes.Thresholds[node]);
            slots[2] = isLeaf ? node : nodes.Children[node];
            slots[3] = isLeaf ? nodes.Children[node] : -1;
        }
    }

    public int Trees => _roots.Length;

    public int Outputs { get; }

    public unsafe int* Nodes => (int*)Marshal.UnsafeAddrOfPinnedArrayElement(_nodes, 0);

    public unsafe int* Roots => (int*)Marshal.UnsafeAddrOfPinnedArrayElement(_roots, 0);

    /// <summary>What a leaf says.</summary>
    public ReadOnlySpan<float> Values(int leaf) => _values.AsSpan(leaf * Outputs, Outputs);

    private static T[] Pinned<T>(T[] values)
    {
        T[] copy = GC.AllocateUninitializedArray<T>(values.Length, pinned: true);
        values.CopyTo(copy, 0);
        return copy;
    }
}
