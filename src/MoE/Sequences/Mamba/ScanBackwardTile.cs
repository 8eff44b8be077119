using System.Runtime.CompilerServices;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>A vector of channels of a chunk of rows on the way back through the scan. Rows of working memory lie 16 floats apart.</summary>
internal readonly unsafe ref struct ScanBackwardTile(
    MambaMixer mixer, in MambaRows rows, in ScanBackwardMemory memory, float* dGated, float* dInner, int firstRow, int count, int channel)
{
    private const int Line = Padding.Block;

    private readonly float* _delta = rows.Delta + ((nint)firstRow * mixer.TimeStep.Shape.OutputStride) + channel;
    private readonly nint _deltaStride = mixer.TimeStep.Shape.OutputStride;
    private readonly float* _u = rows.U + ((nint)firstRow * mixer.InnerStride) + channel;
    private readonly nint _uStride = mixer.InnerStride;
    private readonly float* _selection = rows.Selection + ((nint)firstRow * mixer.XProjection.Shape.OutputStride) + mixer.Shape.Rank;
    private readonly nint _selectionStride = mixer.XProjection.Shape.OutputStride;
    private readonly float* _dGated = dGated + ((nint)firstRow * mixer.OutProjection.Shape.InputStride) + channel;
    private readonly nint _dGatedStride = mixer.OutProjection.Shape.InputStride;
    private readonly nint _gate = ((nint)firstRow * mixer.InProjection.Shape.OutputStride) + mixer.Shape.Inner + channel;
    private readonly nint _gateStride = mixer.InProjection.Shape.OutputStride;
    private readonly float* _inner = rows.Inner;
    private readonly ScanBackwardMemory _memory = memory;
    // Channels that come from here on are none.
    private readonly int _width = mixer.Shape.Inner - channel;
    // Channel c is lane c mod 16.
    private readonly int _lane = channel % Line;

    /// <summary>Time steps, the gradients of y and of the gates but for y, and zeros where sums begin.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Prepare<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes zero = TLanes.Create(0);
        for (nint row = 0; row < count; row++)
        {
            nint at = row * Line;
            VectorMath.Softplus(TLanes.Load(ref *_delta, row * _deltaStride)).Store(ref *_memory.Steps, at);
            TLanes above = TLanes.Load(ref *_dGated, row * _dGatedStride);
            TLanes slope = SiLUActivation.Derivative(TLanes.Load(ref *_inner, _gate + (row * _gateStride)), out TLanes gate);
            Padding.Store(above * gate, ref *(_memory.DY + at), 0, _width);
            Padding.Store(above * slope, ref *(_memory.GateSlopes + at), 0, _width);
            zero.Store(ref *_memory.Y, at);
            zero.Store(ref *_memory.Inputs, at);
            zero.Store(ref *_memory.Decayed, at);
        }
    }

    /// <summary>h of one state again, as <see cref="ScanTile"/> made it, with the factor of each row; y += h C.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Remake<TLanes>(ref float start, ref float decay, int state)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes h = TLanes.Load(ref start, 0), a = TLanes.Load(ref decay, 0);
        h.Store(ref *_memory.H, 0);
        float* b = _selection + state;
        float* c = b + mixer.Shape.States;
        for (nint row = 0; row < count; row++)
        {
            nint at = row * Line;
            TLanes step = TLanes.Load(ref *_memory.Steps, at);
            TLanes factor = VectorMath.Exp(step * a);
            TLanes input = step * TLanes.Load(ref *_u, row * _uStride);
            h = TLanes.MultiplyAdd(factor, h, input * TLanes.Create(*b));
            factor.Store(ref *_memory.Factors, at);
            h.Store(ref *_memory.H, at + Line);
            TLanes.MultiplyAdd(h, TLanes.Create(*c), TLanes.Load(ref *_memory.Y, at)).Store(ref *_memory.Y, at);
            b += _selectionStride;
            c += _selectionStride;
        }
    }

    /// <summary>The gradients that one state gives, from the last row to the first.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void GoBack<TLanes>(ref float decay, ref float dDecay, int state)
        where TLanes : struct, ILanes<TLanes>
    {
        ref float carried = ref *(_memory.Carry + (state * MambaMixer.PartChannels) + (channel % MambaMixer.PartChannels));
        ref float lanesOfB = ref *(_memory.B(state) + _lane);
        ref float lanesOfC = ref *(_memory.C(state) + _lane);
        TLanes carry = TLanes.Load(ref carried, 0), a = TLanes.Load(ref decay, 0), da = TLanes.Load(ref dDecay, 0);
        float* b = _selection + state + ((nint)(count - 1) * _selectionStride);
        float* c = b + mixer.Shape.States;
        for (nint row = count - 1; row >= 0; row--)
        {
            nint at = row * Line;
            TLanes dy = TLanes.Load(ref *_memory.DY, at), step = TLanes.Load(ref *_memory.Steps, at);
            TLanes dh = TLanes.MultiplyAdd(TLanes.Create(*c), dy, carry);
            TLanes input = step * TLanes.Load(ref *_u, row * _uStride);
            TLanes.MultiplyAdd(dy, TLanes.Load(ref *_memory.H, at + Line), TLanes.Load(ref lanesOfC, at)).Store(ref lanesOfC, at);
            TLanes.MultiplyAdd(dh, input, TLanes.Load(ref lanesOfB, at)).Store(ref lanesOfB, at);
            TLanes.MultiplyAdd(dh, TLanes.Create(*b), TLanes.Load(ref *_memory.Inputs, at)).Store(ref *_memory.Inputs, at);
            carry = dh * TLanes.Load(ref *_memory.Factors, at);
            TLanes slope = carry * TLanes.Load(ref *_memory.H, at);
            TLanes.MultiplyAdd(slope, a, TLanes.Load(ref *_memory.Decayed, at)).Store(ref *_memory.Decayed, at);
            da = TLanes.MultiplyAdd(slope, step, da);
            b -= _selectionStride;
            c -= _selectionStride;
        }
        carry.Store(ref carried, 0);
        da.Store(ref dDecay, 0);
    }

    /// <summary>The gradients of the gates, of u in place of what was read, of dt_proj's outputs in their place, and of D.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Finish<TLanes>(ref float skip, ref float dSkip)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes d = TLanes.Load(ref skip, 0), dd = TLanes.Load(ref dSkip, 0);
        for (nint row = count - 1; row >= 0; row--)
        {
            nint at = row * Line;
            TLanes u = TLanes.Load(ref *_u, row * _uStride), dy = TLanes.Load(ref *_memory.DY, at), inputs = TLanes.Load(ref *_memory.Inputs, at);
            TLanes y = TLanes.MultiplyAdd(d, u, TLanes.Load(ref *_memory.Y, at));
            Padding.StoreWithin(TLanes.Load(ref *_memory.GateSlopes, at) * y, ref *(dInner + _gate + (row * _gateStride)), 0, _width);
            TLanes.MultiplyAdd(inputs, TLanes.Load(ref *_memory.Steps, at), d * dy).Store(ref *_dGated, row * _dGatedStride);
            TLanes dStep = TLanes.MultiplyAdd(inputs, u, TLanes.Load(ref *_memory.Decayed, at));
            (dStep * VectorMath.Sigmoid(TLanes.Load(ref *_delta, row * _deltaStride))).Store(ref *_delta, row * _deltaStride);
            dd = TLanes.MultiplyAdd(dy, u, dd);
        }
        dd.Store(ref dSkip, 0);
    }
}
