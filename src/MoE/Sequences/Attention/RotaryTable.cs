using System;
using MoE.Training;

namespace MoE.Sequences;

/// <summary>
/// The angles of rotary positions (Su and others, "RoFormer", 2021) in the halves form of Hugging Face's Llama: pair i of a head
/// turns by position * base^(-2 i / headSize).
/// </summary>
internal sealed class RotaryTable
{
    // A position is a multiple of this and a rest; the rests' sines are kept.
    private const int Span = 64;

    private readonly double[] _frequencies;
    private readonly (double Sin, double Cos)[] _rests;

    public RotaryTable(int headSize, double rotaryBase)
    {
        Pairs = headSize / 2;
        _frequencies = new double[Pairs];
        _rests = new (double, double)[Span * Pairs];
        for (int pair = 0; pair < Pairs; pair++)
            _frequencies[pair] = FixedExp.Of(-2.0 * pair / headSize * FixedLog.Of(rotaryBase));
        for (int rest = 0; rest < Span; rest++)
            for (int pair = 0; pair < Pairs; pair++)
                _rests[(rest * Pairs) + pair] = FixedSine.Of(rest * _frequencies[pair]);
    }

    /// <summary>Pairs of columns in a head.</summary>
    public int Pairs { get; }

    /// <summary>Cosines and then sines of neighbouring positions, a row of 2 * <see cref="Pairs"/> floats for each.</summary>
    public void Fill(int position, Span<float> rows)
    {
        for (int pair = 0; pair < Pairs; pair++)
        {
            int at = pair, span = -1;
            (double Sin, double Cos) start = default;
            for (int place = position; at < rows.Length; place++, at += 2 * Pairs)
            {
                if (place / Span != span)
                {
                    span = place / Span;
                    start = FixedSine.Of((double)span * Span * _frequencies[pair]);
                }
                (double sin, double cos) = _rests[(place % Span * Pairs) + pair];
                rows[at] = (float)((start.Cos * cos) - (start.Sin * sin));
                rows[at + Pairs] = (float)((start.Sin * cos) + (start.Cos * sin));
            }
        }
    }
}
