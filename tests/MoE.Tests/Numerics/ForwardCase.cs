using MoE.Numerics;

namespace MoE.Tests;

/// <summary>One activation over rows, not in place.</summary>
internal sealed class ForwardCase<TActivation>(float[] x, int width) : ILaneCase<float[]>
    where TActivation : struct, IActivation
{
    public float[] Run<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        float[] y = new float[x.Length];
        int stride = Rows.Stride(width);
        ActivationPass.Forward<TActivation, TLanes>(ref x[0], ref y[0], x.Length / stride, width, stride);
        return y;
    }
}
