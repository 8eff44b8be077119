using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;
using MoE.Routing;

namespace MoE.Sequences;

/// <summary>A model that is a mixture, with experts that see every row of a sequence.</summary>
/// <param name="mixture">The mixture.</param>
/// <param name="states">What states are like.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MixtureProgram(IMixtureKernels mixture, StateShape states) : SequenceProgram
{
    /// <inheritdoc/>
    public override int Inputs => mixture.Shape.Inputs;

    /// <inheritdoc/>
    public override int Outputs => mixture.Shape.Outputs;

    /// <inheritdoc/>
    public override int Experts => mixture.Shape.Experts;

    /// <inheritdoc/>
    public override StateShape States => states;

    internal override int AdvanceFloats(int rows)
    {
        ScratchAreas areas = default;
        areas.Take(KernelRows.Touched(rows), mixture.Shape.InputStride);
        areas.Take(KernelRows.Touched(rows), mixture.Shape.OutputStride);
        areas.Take(rows);
        return areas.Floats;
    }

    internal override void Advance(in SequencePlace place, ref float inputs, ref float outputs, int rows, ref float memory, int threads, int expert)
    {
        MixtureShape shape = mixture.Shape;
        ScratchAreas areas = default;
        ref float x = ref Unsafe.Add(ref memory, areas.Take(KernelRows.Touched(rows), shape.InputStride));
        ref float y = ref Unsafe.Add(ref memory, areas.Take(KernelRows.Touched(rows), shape.OutputStride));
        Span<int> isFinite = BlockSize.Ints(ref memory, areas.Take(rows), rows);
        for (int row = 0; row < rows; row++)
            isFinite[row] = RowRouter.CopyPadded(ref Unsafe.Add(ref inputs, (nint)row * shape.Inputs), ref Unsafe.Add(ref x, (nint)row * shape.InputStride), shape) ? 1 : 0;
        SequenceMixtureRows.Run(mixture, place, ref x, ref y, rows, threads, expert);
        for (int row = 0; row < rows; row++)
        {
            Span<float> output = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref outputs, (nint)row * shape.Outputs), shape.Outputs);
            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref y, (nint)row * shape.OutputStride), shape.Outputs).CopyTo(output);
            if (isFinite[row] == 0)
                output.Fill(float.NaN);
        }
    }
}
