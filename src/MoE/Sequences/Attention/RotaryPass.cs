using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using MoE.Numerics;

namespace MoE.Sequences;

/// <summary>Turns the pairs (i, i + half) of a head by a position's angles, in place.</summary>
internal static unsafe class RotaryPass
{
    /// <summary>Each column times <paramref name="scale"/>, turned.</summary>
    /// <param name="head">The head's columns.</param>
    /// <param name="angles">Cosines and then sines; null: nothing turns.</param>
    /// <param name="half">Pairs.</param>
    /// <param name="size">Columns.</param>
    /// <param name="scale">1 for keys.</param>
    public static void Forward(float* head, float* angles, int half, int size, float scale)
    {
        if (Avx512F.IsSupported)
            Run<Lanes512>(head, angles, half, size, scale, 1);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256>(head, angles, half, size, scale, 1);
        else
            Run<Lanes128>(head, angles, half, size, scale, 1);
    }

    /// <summary>The gradient's way back: turned the other way, and scaled.</summary>
    public static void Backward(float* head, float* angles, int half, int size, float scale)
    {
        if (Avx512F.IsSupported)
            Run<Lanes512>(head, angles, half, size, scale, -1);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Run<Lanes256>(head, angles, half, size, scale, -1);
        else
            Run<Lanes128>(head, angles, half, size, scale, -1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run<TLanes>(float* head, float* angles, int half, int size, float scale, float direction)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes factor = TLanes.Create(scale), turn = TLanes.Create(direction);
        if (angles is null)
        {
            for (int column = 0; column < size; column += TLanes.Count)
                Padding.StoreWithin(TLanes.Load(ref *head, column) * factor, ref *head, column, size);
            return;
        }
        for (int pair = 0; pair < half; pair += TLanes.Count)
        {
            TLanes cos = TLanes.Load(ref *angles, pair), sin = TLanes.Load(ref *angles, half + pair) * turn;
            TLanes first = TLanes.Load(ref *head, pair), second = TLanes.Load(ref *head, half + pair);
            Padding.StoreWithin(TLanes.MultiplyAdd(first, cos, -(second * sin)) * factor, ref *head, pair, half);
            Padding.StoreWithin(TLanes.MultiplyAdd(second, cos, first * sin) * factor, ref *(head + half), pair, half);
        }
    }
}
