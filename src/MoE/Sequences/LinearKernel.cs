using System.ComponentModel;

namespace MoE.Sequences;

/// <summary>A linear layer's way forward: one row through the kernel that the compiler wrote for its shape, many through <see cref="Layers.LinearLayer.Rows"/>.</summary>
/// <param name="x">[rows x InputStride].</param>
/// <param name="w">The layer's parameters.</param>
/// <param name="y">Receives [rows x OutputStride].</param>
/// <param name="rows">How many; up to three more are touched where there are several.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void LinearKernel(ref float x, ref float w, ref float y, int rows);
