using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace MoE.Training;

/// <summary>
/// Which values a step drops: a hash of the step's seed, the expert, its layer, row and column, so that the way back sees
/// the same mask without keeping it, and threads do not matter (Srivastava et al., "Dropout", 2014).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DropoutMask
{
    private readonly ulong _seed;
    private readonly bool _isOn;

    /// <summary>The mask of one expert in one step.</summary>
    public DropoutMask(in TrainingStep step, int expert)
    {
        _isOn = step.Training;
        _seed = Mix(step.Seed ^ Mix((ulong)expert + 1));
    }

    /// <summary>Zeroes the dropped values and scales the others by 1 / (1 - rate); values or their gradients alike.</summary>
    public void Apply(ref float values, int rows, int width, int stride, double rate, int layer)
    {
        if (!_isOn)
            return;
        float scale = (float)(1 / (1 - rate));
        ulong threshold = (ulong)(rate * (1UL << 32));
        ulong layerSeed = Mix(_seed + (ulong)layer + 1);
        for (int row = 0; row < rows; row++)
        {
            ref float first = ref Unsafe.Add(ref values, (nint)row * stride);
            ulong rowSeed = Mix(layerSeed + (ulong)row);
            for (int column = 0; column < width; column++)
            {
                bool isDropped = (Mix(rowSeed + (ulong)column) >> 32) < threshold;
                ref float value = ref Unsafe.Add(ref first, column);
                value = isDropped ? 0 : value * scale;
            }
        }
    }

    // The finaliser of splitmix64 (Steele, Lea and Flood, 2014).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
