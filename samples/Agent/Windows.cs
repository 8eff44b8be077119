using System;
using System.Collections.Generic;
using System.Linq;
using Melee;
using Melee.Features;

namespace Agent;

/// <summary>Pieces of equal length to train on, one after the other.</summary>
/// <param name="Rows">[windows x length x <see cref="Featurizer.Size"/>].</param>
/// <param name="Buttons">[windows x length].</param>
public sealed record Windows(float[] Rows, Button[] Buttons)
{
    /// <summary>Cuts games into windows. The last one of a game ends with it and overlaps the one before; a game shorter than a window is left out.</summary>
    /// <param name="games">What to cut.</param>
    /// <param name="featurizer">Makes the rows.</param>
    /// <param name="length">Rows of a window.</param>
    /// <param name="stride">From the beginning of one to the next; below the length they overlap, and a state is seen with several pasts.</param>
    /// <param name="blanked">The share of what a row says that is left out, at random, elsewhere in each window: so few games are soon known by heart.</param>
    public static Windows Of(IReadOnlyList<PlayedGame> games, Featurizer featurizer, int length, int stride, double blanked)
    {
        Random random = new(1);
        List<float[]> rows = [];
        List<GameState> states = [];
        foreach (PlayedGame game in games)
        {
            float[] all = featurizer.Featurize(game.States, withRegime: true);
            foreach (int start in Starts(game.States.Count, length, stride))
            {
                float[] window = all[(start * Featurizer.Size)..((start + length) * Featurizer.Size)];
                for (int column = 0; column < window.Length; column++)
                    if (window[column] != 0 && random.NextDouble() < blanked) window[column] = 0;
                rows.Add(window);
                states.AddRange(game.States.Skip(start).Take(length));
            }
        }

        return new Windows([.. rows.SelectMany(window => window)], [.. states.Select(state => state.Button)]);
    }

    private static IEnumerable<int> Starts(int rows, int length, int stride)
    {
        int last = rows - length;
        for (int start = 0; start < last; start += stride) yield return start;
        if (last >= 0) yield return last;
    }
}
