using System.Collections.Generic;

namespace Melee;

/// <summary>One moment of a game as one of its two players sees it.</summary>
/// <param name="Button">What the player presses next.</param>
/// <param name="Regime">The situation.</param>
/// <param name="Game">The game; states of one game resemble each other, so this splits the data and is never a feature.</param>
/// <param name="Frame">When, 60 to a second; never a feature either.</param>
/// <param name="Categories">One name per <see cref="Category"/>.</param>
/// <param name="Measures">One number per <see cref="Measure"/>; NaN where it is missing.</param>
public sealed record GameState(Button Button, Regime Regime, string Game, int Frame, IReadOnlyList<string> Categories, IReadOnlyList<float> Measures)
{
    /// <summary>A name.</summary>
    public string this[Category category] => Categories[(int)category];

    /// <summary>A number.</summary>
    public float this[Measure measure] => Measures[(int)measure];
}
