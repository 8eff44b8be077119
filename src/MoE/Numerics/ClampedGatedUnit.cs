using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>
/// gpt-oss's gated linear unit, <c>h = f(alpha g) / alpha * (u + offset)</c> with <c>g = min(gate, limit)</c> and <c>u = clamp(up, -limit, limit)</c>, over rows that
/// lie as for <see cref="GatedUnit"/>. Beyond the limits nothing has a gradient, as with torch.clamp.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ClampedGatedUnit
{
    /// <summary>For <paramref name="width"/> columns; strides in floats.</summary>
    public static void Forward<TActivation>(ref float gateUp, ref float h, int rows, int width, int gateUpStride, int hStride, float limit, float alpha, float upOffset)
        where TActivation : struct, IActivation
    {
        if (Avx512F.IsSupported)
            Forward<TActivation, Lanes512>(ref gateUp, ref h, rows, width, gateUpStride, hStride, limit, alpha, upOffset);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Forward<TActivation, Lanes256>(ref gateUp, ref h, rows, width, gateUpStride, hStride, limit, alpha, upOffset);
        else
            Forward<TActivation, Lanes128>(ref gateUp, ref h, rows, width, gateUpStride, hStride, limit, alpha, upOffset);
    }

    /// <summary>From the gradient of h that of the gates and ups, interleaved as they are.</summary>
    public static void Backward<TActivation>(ref float gateUp, ref float dh, ref float dGateUp, int rows, int width, int gateUpStride, int hStride, float limit, float alpha, float upOffset)
        where TActivation : struct, IActivation
    {
        if (Avx512F.IsSupported)
            Backward<TActivation, Lanes512>(ref gateUp, ref dh, ref dGateUp, rows, width, gateUpStride, hStride, limit, alpha, upOffset);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Backward<TActivation, Lanes256>(ref gateUp, ref dh, ref dGateUp, rows, width, gateUpStride, hStride, limit, alpha, upOffset);
        else
            Backward<TActivation, Lanes128>(ref gateUp, ref dh, ref dGateUp, rows, width, gateUpStride, hStride, limit, alpha, upOffset);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Forward<TActivation, TLanes>(ref float gateUp, ref float h, int rows, int width, int gateUpStride, int hStride, float limit, float alpha, float upOffset)
        where TActivation : struct, IActivation
        where TLanes : struct, ILanes<TLanes>
    {
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref gateUp, row * gateUpStride);
            ref float to = ref Unsafe.Add(ref h, row * hStride);
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                nint at = GatedUnit.Gate(column);
                TLanes gate = TLanes.Min(TLanes.Create(limit), TLanes.Load(ref from, at));
                TLanes up = TLanes.Min(TLanes.Create(limit), TLanes.Max(TLanes.Create(-limit), TLanes.Load(ref from, at + Padding.Block)));
                TLanes value = TActivation.Forward(TLanes.Create(alpha) * gate) / TLanes.Create(alpha);
                Padding.Store(value * (up + TLanes.Create(upOffset)), ref to, column, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Backward<TActivation, TLanes>(ref float gateUp, ref float dh, ref float dGateUp, int rows, int width, int gateUpStride, int hStride, float limit, float alpha, float upOffset)
        where TActivation : struct, IActivation
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes none = TLanes.Create(0), most = TLanes.Create(limit);
        for (nint row = 0; row < rows; row++)
        {
            ref float from = ref Unsafe.Add(ref gateUp, row * gateUpStride);
            ref float gradient = ref Unsafe.Add(ref dh, row * hStride);
            ref float to = ref Unsafe.Add(ref dGateUp, row * gateUpStride);
            for (nint column = 0; column < Padding.Of(width); column += TLanes.Count)
            {
                nint at = GatedUnit.Gate(column);
                TLanes gate = TLanes.Load(ref from, at);
                TLanes up = TLanes.Load(ref from, at + Padding.Block);
                TLanes d = TLanes.Load(ref gradient, column);
                TLanes slope = TActivation.Derivative(TLanes.Create(alpha) * TLanes.Min(most, gate), out TLanes value);
                TLanes clamped = TLanes.Min(most, TLanes.Max(-most, up));
                TLanes dGate = TLanes.SelectLess(most, gate, none, d * (clamped + TLanes.Create(upOffset)) * slope);
                TLanes dUp = TLanes.SelectLess(most, TLanes.Abs(up), none, d * (value / TLanes.Create(alpha)));
                Padding.Store(dGate, ref Unsafe.Add(ref to, at - column), column, width);
                Padding.Store(dUp, ref Unsafe.Add(ref to, at - column + Padding.Block), column, width);
            }
        }
    }
}
