using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace MoE.Numerics;

/// <summary>AdamW (Loshchilov and Hutter, 2019) as torch.optim.AdamW: decoupled decay on every parameter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AdamW
{
    /// <summary>
    /// One step. The four buffers have equal lengths, a multiple of 16; where a gradient has always been zero
    /// a zero parameter stays zero, so padding does.
    /// </summary>
    /// <param name="parameters">What is trained.</param>
    /// <param name="gradients">The gradient of the loss.</param>
    /// <param name="firstMoment">The running mean of gradients, zero before the first step.</param>
    /// <param name="secondMoment">The running mean of squared gradients, zero before the first step.</param>
    /// <param name="step">The constants of this step.</param>
    /// <exception cref="ArgumentException">The lengths differ or are no multiple of 16.</exception>
    public static void Step(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> firstMoment, Span<float> secondMoment, in AdamWStep step)
    {
        if (Avx512F.IsSupported)
            Step<Lanes512>(parameters, gradients, firstMoment, secondMoment, step);
        else if (Avx2.IsSupported && Fma.IsSupported)
            Step<Lanes256>(parameters, gradients, firstMoment, secondMoment, step);
        else
            Step<Lanes128>(parameters, gradients, firstMoment, secondMoment, step);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Step<TLanes>(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> firstMoment, Span<float> secondMoment, in AdamWStep step)
        where TLanes : struct, ILanes<TLanes>
    {
        int count = parameters.Length;
        if (count % Padding.Block != 0 || gradients.Length != count || firstMoment.Length != count || secondMoment.Length != count)
            throw new ArgumentException($"Expected four buffers of one length that is a multiple of {Padding.Block}; got {count} parameters, {gradients.Length} gradients, moments of {firstMoment.Length} and {secondMoment.Length}.");

        ref float p = ref MemoryMarshal.GetReference(parameters);
        ref float g = ref MemoryMarshal.GetReference(gradients);
        ref float m = ref MemoryMarshal.GetReference(firstMoment);
        ref float v = ref MemoryMarshal.GetReference(secondMoment);
        TLanes keep = TLanes.Create(step.Keep), rate = TLanes.Create(-step.Rate), epsilon = TLanes.Create(step.Epsilon);
        TLanes oneMinusBeta1 = TLanes.Create(step.OneMinusBeta1);
        TLanes beta2 = TLanes.Create(step.Beta2), oneMinusBeta2 = TLanes.Create(step.OneMinusBeta2);
        TLanes rootOfCorrection2 = TLanes.Create(step.RootOfCorrection2);
        for (nint at = 0; at < count; at += TLanes.Count)
        {
            TLanes gradient = TLanes.Load(ref g, at);
            TLanes mean = TLanes.Load(ref m, at);
            mean = TLanes.MultiplyAdd(oneMinusBeta1, gradient - mean, mean);
            TLanes square = TLanes.MultiplyAdd(beta2, TLanes.Load(ref v, at), oneMinusBeta2 * gradient * gradient);
            TLanes direction = mean / (TLanes.Sqrt(square) / rootOfCorrection2 + epsilon);
            mean.Store(ref m, at);
            square.Store(ref v, at);
            TLanes.MultiplyAdd(rate, direction, TLanes.Load(ref p, at) * keep).Store(ref p, at);
        }
    }
}
