using System.Collections.Generic;
using System.Linq;
using Melee.Features;

namespace Melee;

/// <summary>Game states as the models take them.</summary>
/// <param name="Rows">[states x <see cref="Featurizer.Size"/>], the regime's columns filled.</param>
/// <param name="RowsWithoutRegime">The same, those columns 0.</param>
/// <param name="Buttons">One per row.</param>
/// <param name="ButtonIndices">The same as numbers.</param>
/// <param name="RegimeIndices">The regime of each row, as a number.</param>
public sealed record StateTable(float[] Rows, float[] RowsWithoutRegime, Button[] Buttons, int[] ButtonIndices, int[] RegimeIndices)
{
    /// <summary>Featurizes states.</summary>
    public static StateTable Of(IReadOnlyList<GameState> states, Featurizer featurizer) => new(
        featurizer.Featurize(states, withRegime: true),
        featurizer.Featurize(states, withRegime: false),
        [.. states.Select(state => state.Button)],
        [.. states.Select(state => (int)state.Button)],
        [.. states.Select(state => (int)state.Regime)]);

    /// <summary>The rows of one regime.</summary>
    public StateTable Only(Regime regime)
    {
        int[] kept = [.. Enumerable.Range(0, Buttons.Length).Where(row => RegimeIndices[row] == (int)regime)];
        return new StateTable(
            [.. kept.SelectMany(row => Rows[(row * Featurizer.Size)..((row + 1) * Featurizer.Size)])],
            [.. kept.SelectMany(row => RowsWithoutRegime[(row * Featurizer.Size)..((row + 1) * Featurizer.Size)])],
            [.. kept.Select(row => Buttons[row])],
            [.. kept.Select(row => ButtonIndices[row])],
            [.. kept.Select(row => RegimeIndices[row])]);
    }
}
