using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Melee;

namespace Agent;

/// <summary>A game as one of its two players sees it: a sequence.</summary>
/// <param name="Game">Its name in the data.</param>
/// <param name="Player">1 or 2.</param>
/// <param name="States">In the order of frames, mostly ten apart; more while a player respawns.</param>
public sealed record PlayedGame(string Game, int Player, IReadOnlyList<GameState> States)
{
    /// <summary>Takes games apart. The data has no column for the player: a frame's first line is player 1's, its second player 2's.</summary>
    /// <param name="states">As the file has them.</param>
    /// <exception cref="InvalidDataException">A frame has not two lines, or frames are out of order; the message names the game.</exception>
    public static IReadOnlyList<PlayedGame> Of(IReadOnlyList<GameState> states)
    {
        List<PlayedGame> played = [];
        foreach (IGrouping<string, GameState> game in states.GroupBy(state => state.Game))
        {
            GameState[][] frames = [.. game.Chunk(2)];
            for (int index = 0; index < frames.Length; index++)
            {
                if (frames[index] is [var one, var two] && one.Frame == two.Frame && (index == 0 || frames[index - 1][0].Frame < one.Frame)) continue;
                throw new InvalidDataException($"{game.Key}: each frame must have two lines, one for each player, and frames must follow each other.");
            }

            played.Add(new PlayedGame(game.Key, 1, [.. frames.Select(frame => frame[0])]));
            played.Add(new PlayedGame(game.Key, 2, [.. frames.Select(frame => frame[1])]));
        }

        return played;
    }
}
