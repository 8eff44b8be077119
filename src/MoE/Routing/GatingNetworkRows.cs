using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;

namespace MoE.Routing;

/// <summary>Takes rows through a user's gating network one by one: so a row's logits cannot depend on its neighbours.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GatingNetworkRows
{
    /// <summary>rows x InputStride -> rows x LogitStride logits.</summary>
    public static void Forward(IGatingNetwork network, MixtureShape shape, ref float parameters, int parameterCount, ref float inputs, ref float logits, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            network.Forward(
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref inputs, (nint)row * shape.InputStride), shape.Inputs),
                MemoryMarshal.CreateReadOnlySpan(ref parameters, parameterCount),
                MemoryMarshal.CreateSpan(ref Unsafe.Add(ref logits, (nint)row * shape.LogitStride), shape.Experts));
        }
    }

    /// <summary>The gradients of the network's parameters, overwritten; summed in row order.</summary>
    public static void Backward(
        ITrainableGating network, MixtureShape shape, ref float parameters, int parameterCount, ref float inputs, ref float logitGradients, int rows, ref float gradients)
    {
        Span<float> sums = MemoryMarshal.CreateSpan(ref gradients, parameterCount);
        sums.Clear();
        for (int row = 0; row < rows; row++)
        {
            network.Backward(
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref inputs, (nint)row * shape.InputStride), shape.Inputs),
                MemoryMarshal.CreateReadOnlySpan(ref parameters, parameterCount),
                MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref logitGradients, (nint)row * shape.LogitStride), shape.Experts),
                sums);
        }
    }
}
