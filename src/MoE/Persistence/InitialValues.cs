using System;
using MoE.Numerics;
using MoE.Training;

namespace MoE.Persistence;

/// <summary>Makes fresh elements, the same on every machine: nothing comes from a C library.</summary>
internal static class InitialValues
{
    // state-spaces/mamba: dt_min and dt_max; dt_init_floor, 1e-4, is below them.
    private const double LeastStep = 0.001;
    private const double StepRatio = 100;

    /// <summary>The elements of a tensor, row-major, from number <paramref name="first"/> on.</summary>
    public static void Fill(Span<float> values, int first, InitialValue initial, ref Xoshiro256 random)
    {
        switch (initial.Kind)
        {
            case InitialValueKind.Uniform:
                // Square root and division are exactly rounded everywhere; the 24 bits and the subtraction are exact.
                float bound = (float)(1 / Math.Sqrt(initial.Count));
                foreach (ref float value in values) value = ((random.Next() >> 40) * (1f / (1 << 23)) - 1f) * bound;
                break;
            case InitialValueKind.StateLogarithms:
                for (int index = 0; index < values.Length; index++) values[index] = (float)FixedLog.Of(((first + index) % initial.Count) + 1);
                break;
            case InitialValueKind.TimeSteps:
                foreach (ref float value in values) value = InverseSoftplus(LeastStep * FixedExp.Of(random.NextFraction() * FixedLog.Of(StepRatio)));
                break;
            default:
                values.Fill(initial.Value);
                break;
        }
    }

    // ln(e^v - 1) = v + ln(1 - e^-v); the difference keeps 13 digits from 0.001 on.
    private static float InverseSoftplus(double v) => (float)(v + FixedLog.Of(1 - FixedExp.Of(-v)));
}
