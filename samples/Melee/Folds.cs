using System;
using System.Collections.Generic;
using System.Linq;

namespace Melee;

/// <summary>The training games dealt out in turn: a third of them is left out at a time. All settings were chosen by this.</summary>
public static class Folds
{
    /// <summary>How many there are.</summary>
    public const int Count = 3;

    /// <summary>The states to train on and those of the games left out, fold by fold.</summary>
    public static IEnumerable<(GameState[] Train, GameState[] Left)> Of(IReadOnlyList<GameState> states)
    {
        string[] games = [.. states.Select(state => state.Game).Distinct().Order(StringComparer.Ordinal)];
        for (int fold = 0; fold < Count; fold++)
        {
            ILookup<bool, GameState> parts = states.ToLookup(state => Array.IndexOf(games, state.Game) % Count == fold);
            yield return ([.. parts[false]], [.. parts[true]]);
        }
    }
}
