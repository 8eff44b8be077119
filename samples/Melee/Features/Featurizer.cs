using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Melee.Features;

/// <summary>
/// Turns game states into rows of a layout that is fixed at compile time: standardised numbers, then one-hot fields, then the
/// one-hot regime. What fills the layout (means, scales, which name has which column) it learns from the training states.
/// </summary>
/// <remarks>The stage is left out: games left out of training did no worse without it (README.md), and with nine games it mostly tells the players.</remarks>
public sealed class Featurizer
{
    /// <summary>Columns of a row.</summary>
    public const int Size = RegimeStart + RegimeCount;

    /// <summary>How many regimes there are.</summary>
    public const int RegimeCount = 6;

    private const int Characters = 16;
    private const int Groups = 24;
    private const int Actions = 112;
    private const int Crosses = 128;
    private const int RegimeStart = Numbers.Count + 2 * (Characters + Groups + Actions + FrameBin.Count + Crosses);

    private static readonly Field[] Fields =
    [
        Field.Of(Category.SelfCharacter, Characters),
        Field.Of(Category.OpponentCharacter, Characters),
        Field.Of(Category.SelfGroup, Groups),
        Field.Of(Category.OpponentGroup, Groups),
        Field.Of(Category.SelfAction, Actions),
        Field.Of(Category.OpponentAction, Actions),
        Field.Of(state => Bin(state[Measure.SelfActionFrame]), FrameBin.Count),
        Field.Of(state => Bin(state[Measure.OpponentActionFrame]), FrameBin.Count),
        Field.Of(Cross.Progress, Crosses),
        Field.Of(Cross.Hands, Crosses),
    ];

    private readonly Standardizer _standardizer;
    private readonly Vocabulary[] _vocabularies;

    /// <summary>Learns from the training states.</summary>
    public Featurizer(IReadOnlyList<GameState> train)
    {
        _standardizer = new Standardizer([.. train.Select(Numbers.Of)]);
        _vocabularies = [.. Fields.Select(field => new Vocabulary(train.Select(field.NameOf), field.Size, field.Floor))];
    }

    /// <summary>Featurizes states.</summary>
    /// <param name="states">Any number.</param>
    /// <param name="withRegime">False: the regime's columns stay 0, for a model that is to find it out.</param>
    /// <returns>[states x <see cref="Size"/>].</returns>
    public float[] Featurize(IReadOnlyList<GameState> states, bool withRegime)
    {
        float[] rows = new float[states.Count * Size];
        for (int index = 0; index < states.Count; index++)
        {
            Span<float> row = rows.AsSpan(index * Size, Size);
            Featurize(states[index], row);
            if (withRegime) row[RegimeStart + (int)states[index].Regime] = 1;
        }

        return rows;
    }

    private void Featurize(GameState state, Span<float> row)
    {
        _standardizer.Apply(Numbers.Of(state), row);
        int start = Numbers.Count;
        for (int field = 0; field < Fields.Length; field++)
        {
            if (_vocabularies[field].ColumnOf(Fields[field].NameOf(state)) is { } column) row[start + column] = 1;
            start += Fields[field].Size;
        }
    }

    private static string Bin(float frames) => FrameBin.Of(frames).ToString(CultureInfo.InvariantCulture);
}
