using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>Weights turned around: the layer that carries gradients back reads them as any layer reads its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightTransposition
{
    private const int Block = 4;

    // A cache line: what lies side by side on either side.
    private const int Tile = 16;

    /// <summary>Copies weight (o, i) of one layer to (i, o) of the other, whose bias and padding become zero.</summary>
    /// <param name="weights">The layer's first float.</param>
    /// <param name="from">Where its weights lie.</param>
    /// <param name="transposed">The other layer's first float.</param>
    /// <param name="to">Where its weights lie.</param>
    /// <param name="floats">Its size.</param>
    /// <param name="outputs">Outputs of the layer, inputs of the other.</param>
    /// <param name="inputs">Inputs of the layer, outputs of the other.</param>
    public static void Run(
        ref float weights, TensorPlacement from, ref float transposed, TensorPlacement to, int floats, int outputs, int inputs)
    {
        // What weights fill need not be cleared before.
        bool isFilled = (long)outputs * inputs == floats - to.Offset;
        MemoryMarshal.CreateSpan(ref transposed, isFilled ? to.Offset : floats).Clear();
        // Both in panels: tile by tile, so that a cache line is read once and written once.
        bool isTiled = Sse.IsSupported && from.Lanes % Tile == 0 && to.Lanes % Tile == 0;
        int wholeInputs = isTiled ? inputs / Block * Block : 0, wholeOutputs = outputs / Block * Block;
        for (int output = 0; isTiled && output < wholeOutputs; output += Tile)
        {
            for (int input = 0; input < wholeInputs; input += Tile)
            {
                CopyTile(
                    ref Unsafe.Add(ref weights, (nint)from.IndexOf(output, input)), from.InputStride,
                    ref Unsafe.Add(ref transposed, (nint)to.IndexOf(input, output)), to.InputStride,
                    Math.Min(Tile, wholeInputs - input), Math.Min(Tile, wholeOutputs - output));
            }
        }
        // What no tile holds.
        for (int input = wholeOutputs == outputs ? wholeInputs : 0; input < inputs; input++)
            CopyInput(ref weights, from, ref transposed, to, input, input < wholeInputs ? wholeOutputs : 0, outputs);
    }

    // Four inputs of four outputs at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyTile(ref float source, nint sourceStride, ref float target, nint targetStride, int inputs, int outputs)
    {
        for (int input = 0; input < inputs; input += Block)
        {
            for (int output = 0; output < outputs; output += Block)
                CopyBlock(ref Unsafe.Add(ref source, (input * sourceStride) + output), sourceStride, ref Unsafe.Add(ref target, (output * targetStride) + input), targetStride);
        }
    }

    /// <summary>The weights of one input, from one output on, a few outputs side by side at a time.</summary>
    private static void CopyInput(
        ref float weights, TensorPlacement from, ref float transposed, TensorPlacement to, int input, int firstOutput, int outputs)
    {
        ref float target = ref Unsafe.Add(ref transposed, (nint)to.IndexOf(input, 0));
        for (int output = firstOutput; output < outputs;)
        {
            ref float source = ref Unsafe.Add(ref weights, (nint)from.IndexOf(output, input));
            int lanes = Math.Min(from.Lanes - (output % from.Lanes), outputs - output);
            for (int lane = 0; lane < lanes; lane++)
                Unsafe.Add(ref target, (nint)(output + lane) * to.InputStride) = Unsafe.Add(ref source, lane);
            output += lanes;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyBlock(ref float source, nint sourceStride, ref float target, nint targetStride)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref source);
        Vector128<float> b = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceStride));
        Vector128<float> c = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceStride));
        Vector128<float> d = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceStride));
        // [a0 b0 a1 b1], [c0 d0 c1 d1]: their halves are the columns.
        Vector128<float> abLow = Sse.UnpackLow(a, b), abHigh = Sse.UnpackHigh(a, b);
        Vector128<float> cdLow = Sse.UnpackLow(c, d), cdHigh = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(abLow, cdLow).StoreUnsafe(ref target);
        Sse.MoveHighToLow(cdLow, abLow).StoreUnsafe(ref Unsafe.Add(ref target, targetStride));
        Sse.MoveLowToHigh(abHigh, cdHigh).StoreUnsafe(ref Unsafe.Add(ref target, 2 * targetStride));
        Sse.MoveHighToLow(cdHigh, abHigh).StoreUnsafe(ref Unsafe.Add(ref target, 3 * targetStride));
    }
}
