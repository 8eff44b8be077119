using System.ComponentModel;

namespace MoE.Sequences;

/// <summary>The sizes of an attention block.</summary>
/// <param name="width">Columns of what it reads and writes.</param>
/// <param name="heads">Heads of queries.</param>
/// <param name="keyValueHeads">Heads of keys and values, a divisor of <paramref name="heads"/>: neighbouring heads share one.</param>
/// <param name="headSize">Columns of a head; even where there are positions.</param>
/// <param name="window">Rows that a row sees, itself included; 0: all that came before.</param>
/// <param name="rotaryBase">The base of the rotary positions' frequencies; 0: no positions.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AttentionShape(int width, int heads, int keyValueHeads, int headSize, int window, double rotaryBase)
{
    /// <summary>Columns of what the block reads and writes.</summary>
    public int Width { get; } = width;

    /// <summary>Heads of queries.</summary>
    public int Heads { get; } = heads;

    /// <summary>Heads of keys and values.</summary>
    public int KeyValueHeads { get; } = keyValueHeads;

    /// <summary>Columns of a head.</summary>
    public int HeadSize { get; } = headSize;

    /// <summary>Rows that a row sees, itself included; 0: all that came before.</summary>
    public int Window { get; } = window;

    /// <summary>The base of the rotary positions' frequencies; 0: no positions.</summary>
    public double RotaryBase { get; } = rotaryBase;

    /// <summary>Query heads that share a head of keys and values.</summary>
    internal int Group => Heads / KeyValueHeads;
}
