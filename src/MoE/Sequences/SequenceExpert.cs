using System.ComponentModel;

namespace MoE.Sequences;

/// <summary>An expert of a mixture that sees every row of a sequence; what it says counts where a row is routed to it.</summary>
/// <param name="Expert">Its number.</param>
/// <param name="Mixer">What it is.</param>
/// <param name="Offset">Its first parameter, counted from the mixture's.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SequenceExpert(int Expert, SequenceMixer Mixer, int Offset);
