using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Layers;

/// <summary>
/// Linear layers with weights in bfloat16 over many rows: a chain of a panel is widened once, then the tiles of
/// <see cref="LinearLayer"/> pass over it. An output is the sum that float32 weights of the same values would give.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BFloat16Layer
{
    // The longest chain of the widest panel, and a line to begin on one.
    private const int WideFloats = (256 * 32) + Line;
    private const int Line = 16;

    /// <summary>y = x W^T + b of a layer in panels, rows at a time; up to three rows behind the last one are touched.</summary>
    [SkipLocalsInit]
    public static unsafe void Rows(LinearShape shape, ref float x, ref float w, ref float y, int rows)
    {
        float* memory = stackalloc float[WideFloats];
        nint aligned = ((nint)memory + (Line * sizeof(float)) - 1) & -(Line * sizeof(float));
        LinearLayer.Panels(shape, ref x, ref w, ref y, rows, ref *(float*)aligned);
    }
}
