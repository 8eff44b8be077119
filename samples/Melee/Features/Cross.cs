using System.Globalization;

namespace Melee.Features;

/// <summary>Two things at once as one name: what the player does, and how far along or with what in hand. Trees find such pairs by themselves.</summary>
public static class Cross
{
    /// <summary>The group of the player's action and how long it has lasted.</summary>
    public static string Progress(GameState state) => string.Create(
        CultureInfo.InvariantCulture, $"{state[Category.SelfGroup]} {FrameBin.Of(state[Measure.SelfActionFrame])}");

    /// <summary>The group of the player's action, whether a button and a trigger are held, and whether the player rises.</summary>
    public static string Hands(GameState state) => string.Create(
        CultureInfo.InvariantCulture,
        $"{state[Category.SelfGroup]} {state[Measure.ButtonHeld]} {state[Measure.TriggerHeld]} {state[Measure.SelfVy] > 0}");
}
