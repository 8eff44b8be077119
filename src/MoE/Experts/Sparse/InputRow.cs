using System.Runtime.InteropServices;
using MoE.Numerics;

namespace MoE.Experts.Sparse;

/// <summary>One row of a mixture's inputs, whatever its form.</summary>
internal static class InputRow
{
    /// <summary>Whether all its values are finite.</summary>
    public static bool IsFinite(ref float row, MixtureShape shape) =>
        shape.Form == RowForm.Dense ? FiniteCheck.IsFinite(ref row, shape.Columns) : SparseRow.At(ref row).IsFinite;

    /// <summary>From where it came to where kernels read it, with zeros behind it.</summary>
    public static void Gather(ref float source, ref float target, MixtureShape shape)
    {
        if (shape.Form == RowForm.Expanded)
            SparseRow.At(ref source).Expand(MemoryMarshal.CreateSpan(ref target, shape.InputStride));
        else
            PaddedRow.Copy(ref source, ref target, shape.Inputs, shape.InputStride);
    }

    /// <summary>Written out, to where a row of outputs stands, which is as wide.</summary>
    /// <param name="row">The row.</param>
    /// <param name="form">Its form where it stands.</param>
    /// <param name="output">Receives OutputStride floats.</param>
    /// <param name="shape">The mixture's sizes.</param>
    public static void PassThrough(ref float row, RowForm form, ref float output, MixtureShape shape)
    {
        if (form == RowForm.Dense)
            PaddedRow.Copy(ref row, ref output, shape.Columns, shape.OutputStride);
        else
            SparseRow.At(ref row).Expand(MemoryMarshal.CreateSpan(ref output, shape.OutputStride));
    }
}
