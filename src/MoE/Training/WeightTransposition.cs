using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Persistence;

namespace MoE.Training;

/// <summary>Weights turned around: the layer that carries gradients back reads them as any layer reads its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WeightTransposition
{
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
        MemoryMarshal.CreateSpan(ref transposed, floats).Clear();
        for (int input = 0; input < inputs; input++)
        {
            // One input's weights, a few outputs side by side at a time, become one output's.
            ref float target = ref Unsafe.Add(ref transposed, (nint)to.IndexOf(input, 0));
            for (int output = 0; output < outputs; output += from.Lanes)
            {
                ref float source = ref Unsafe.Add(ref weights, (nint)from.IndexOf(output, input));
                int lanes = System.Math.Min(from.Lanes, outputs - output);
                for (int lane = 0; lane < lanes; lane++)
                    Unsafe.Add(ref target, (nint)(output + lane) * to.InputStride) = Unsafe.Add(ref source, lane);
            }
        }
    }
}
