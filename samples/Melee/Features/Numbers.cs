using System;

namespace Melee.Features;

/// <summary>What is standardised of a game state: its measures, and what a linear router or a small expert would have to work out from them.</summary>
public static class Numbers
{
    /// <summary>How many there are: one per <see cref="Measure"/>, and nine more.</summary>
    public const int Count = 23 + 9;

    /// <summary>The numbers of a state; NaN where one is missing.</summary>
    public static float[] Of(GameState state)
    {
        float dx = state[Measure.OpponentDx];
        float dy = state[Measure.OpponentDy];
        float distance = MathF.Sqrt(dx * dx + dy * dy);
        float closing = distance == 0 ? 0 :
            -(dx * (state[Measure.OpponentVx] - state[Measure.SelfVx]) + dy * (state[Measure.OpponentVy] - state[Measure.SelfVy])) / distance;
        return
        [
            .. state.Measures,
            MathF.Log(1 + MathF.Max(0, state[Measure.SelfActionFrame])),
            MathF.Log(1 + MathF.Max(0, state[Measure.OpponentActionFrame])),
            MathF.Log(1 + distance),
            MathF.Exp(-distance / 20),
            closing,
            MathF.Abs(dx),
            MathF.Abs(dy),
            MathF.Abs(state[Measure.StickX]),
            MathF.Abs(state[Measure.StickY]),
        ];
    }
}
