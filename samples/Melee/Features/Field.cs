using System;

namespace Melee.Features;

/// <summary>A one-hot part of a row: its names and how many columns they have.</summary>
/// <param name="Size">Columns.</param>
/// <param name="Floor">How many training states a name needs to get one.</param>
/// <param name="NameOf">The name of a state.</param>
public sealed record Field(int Size, int Floor, Func<GameState, string> NameOf)
{
    /// <summary>A category as it is.</summary>
    public static Field Of(Category category, int size) => new(size, 20, state => state[category]);

    /// <summary>A cross.</summary>
    public static Field Of(Func<GameState, string> cross, int size) => new(size, 40, cross);
}
