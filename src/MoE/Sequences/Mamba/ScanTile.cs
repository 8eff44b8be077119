using System.Runtime.CompilerServices;
using MoE.Layers;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>A vector of channels of some rows on their way through the scan. Strides are in floats, from one row to the next.</summary>
internal readonly unsafe ref struct ScanTile(MambaMixer mixer, in MambaRows rows, int firstRow, int count, int channel)
{
    private readonly float* _delta = rows.Delta + ((nint)firstRow * mixer.TimeStep.Shape.OutputStride) + channel;
    private readonly nint _deltaStride = mixer.TimeStep.Shape.OutputStride;
    private readonly float* _u = rows.U + ((nint)firstRow * mixer.InnerStride) + channel;
    private readonly nint _uStride = mixer.InnerStride;
    private readonly float* _selection = rows.Selection + ((nint)firstRow * mixer.XProjection.Shape.OutputStride) + mixer.Shape.Rank;
    private readonly nint _selectionStride = mixer.XProjection.Shape.OutputStride;
    private readonly float* _y = rows.Gated + ((nint)firstRow * mixer.OutProjection.Shape.InputStride) + channel;
    private readonly nint _yStride = mixer.OutProjection.Shape.InputStride;
    private readonly float* _gate = rows.Inner + ((nint)firstRow * mixer.InProjection.Shape.OutputStride) + mixer.Shape.Inner + channel;
    private readonly nint _gateStride = mixer.InProjection.Shape.OutputStride;
    private readonly int _states = mixer.Shape.States;
    private readonly nint _stateStride = mixer.Shape.PaddedInner;

    /// <summary>Time steps: softplus, in place.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void MakeSteps<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        ref float delta = ref *_delta;
        for (int row = 0; row < count; row++)
        {
            VectorMath.Softplus(TLanes.Load(ref delta, 0)).Store(ref delta, 0);
            delta = ref Unsafe.Add(ref delta, _deltaStride);
        }
    }

    /// <summary>All rows through one state or two: h = exp(delta A) h + (delta u) B; y += h C.</summary>
    /// <param name="h">[states x padded channels], at the vector's channel.</param>
    /// <param name="decay">A, likewise.</param>
    /// <param name="state">The first state.</param>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Scan<TLanes, TWidth>(float* h, float* decay, int state)
        where TLanes : struct, ILanes<TLanes>
        where TWidth : struct, IWidth
    {
        nint first = state * _stateStride, second = TWidth.IsDouble ? first + _stateStride : first;
        TLanes h0 = TLanes.Load(ref *h, first), h1 = TLanes.Load(ref *h, second);
        TLanes a0 = TLanes.Load(ref *decay, first), a1 = TLanes.Load(ref *decay, second);
        ref float delta = ref *_delta;
        ref float u = ref *_u;
        ref float y = ref *_y;
        float* b = _selection + state;
        float* c = b + _states;
        for (int row = 0; row < count; row++)
        {
            TLanes step = TLanes.Load(ref delta, 0);
            TLanes input = step * TLanes.Load(ref u, 0);
            TLanes sum = state == 0 ? TLanes.Create(0) : TLanes.Load(ref y, 0);
            h0 = TLanes.MultiplyAdd(VectorMath.Exp(step * a0), h0, input * TLanes.Create(b[0]));
            sum = TLanes.MultiplyAdd(h0, TLanes.Create(c[0]), sum);
            if (TWidth.IsDouble)
            {
                h1 = TLanes.MultiplyAdd(VectorMath.Exp(step * a1), h1, input * TLanes.Create(b[1]));
                sum = TLanes.MultiplyAdd(h1, TLanes.Create(c[1]), sum);
            }
            sum.Store(ref y, 0);
            delta = ref Unsafe.Add(ref delta, _deltaStride);
            u = ref Unsafe.Add(ref u, _uStride);
            y = ref Unsafe.Add(ref y, _yStride);
            b += _selectionStride;
            c += _selectionStride;
        }
        h0.Store(ref *h, first);
        if (TWidth.IsDouble)
            h1.Store(ref *h, second);
    }

    /// <summary>(y + D u) silu(g), in place of y.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Gate<TLanes>(ref float skip)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes d = TLanes.Load(ref skip, channel);
        ref float u = ref *_u;
        ref float y = ref *_y;
        ref float gate = ref *_gate;
        for (int row = 0; row < count; row++)
        {
            TLanes value = TLanes.MultiplyAdd(d, TLanes.Load(ref u, 0), TLanes.Load(ref y, 0)) * SiLUActivation.Forward(TLanes.Load(ref gate, 0));
            Padding.Store(value, ref y, 0, mixer.Shape.Inner - channel);
            u = ref Unsafe.Add(ref u, _uStride);
            y = ref Unsafe.Add(ref y, _yStride);
            gate = ref Unsafe.Add(ref gate, _gateStride);
        }
    }
}
