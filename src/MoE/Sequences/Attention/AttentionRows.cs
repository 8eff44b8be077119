namespace MoE.Sequences;

/// <summary>Sequences of one length on their way through attention, and where what is made of their rows lies.</summary>
/// <param name="queries">What q_proj wrote; then turned and scaled.</param>
/// <param name="keys">What k_proj wrote; then turned.</param>
/// <param name="values">What v_proj wrote.</param>
/// <param name="mixed">What o_proj reads.</param>
/// <param name="angles">Cosines and sines of each row of a sequence; null: no positions.</param>
/// <param name="position">Rows that came before.</param>
/// <param name="sequences">How many, one after the other.</param>
/// <param name="length">Rows of each.</param>
internal readonly unsafe struct AttentionRows(float* queries, float* keys, float* values, float* mixed, float* angles, int position, int sequences, int length)
{
    public readonly float* Queries = queries;
    public readonly float* Keys = keys;
    public readonly float* Values = values;
    public readonly float* Mixed = mixed;
    public readonly float* Angles = angles;
    public readonly int Position = position;
    public readonly int Sequences = sequences;
    public readonly int Length = length;

    /// <summary>The same memory for other sequences.</summary>
    public AttentionRows At(int position, int sequences, int length) => new(Queries, Keys, Values, Mixed, Angles, position, sequences, length);

    /// <summary>Rows of all.</summary>
    public int Count => Sequences * Length;
}
