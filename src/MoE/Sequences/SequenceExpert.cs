using System;
using System.ComponentModel;

namespace MoE.Sequences;

/// <summary>An expert of a mixture that sees every row of a sequence; what it says counts where a row is routed to it.</summary>
/// <param name="Expert">Its number.</param>
/// <param name="Mixer">What it is.</param>
/// <param name="Offset">Its first parameter, counted from the mixture's.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SequenceExpert(int Expert, SequenceMixer Mixer, int Offset)
{
    /// <summary>Where an expert stands among a mixture's that see a sequence, which are few and mostly none; -1: it is another.</summary>
    internal static int IndexOf(ReadOnlySpan<SequenceExpert> experts, int expert)
    {
        for (int index = 0; index < experts.Length; index++)
        {
            if (experts[index].Expert == expert)
                return index;
        }
        return -1;
    }
}
