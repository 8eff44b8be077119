namespace Melee;

/// <summary>The situation of a game state, by a rule on action states and positions (Data/DATA.md); the names of the data's regime column.</summary>
public enum Regime
{
    /// <summary>None of the others.</summary>
    Neutral,

    /// <summary>The opponent is hit, down, held or thrown.</summary>
    Advantage,

    /// <summary>The player is.</summary>
    Disadvantage,

    /// <summary>One of the two shields.</summary>
    Shield,

    /// <summary>The player is outside the stage's edge, below it or on the ledge.</summary>
    Recovery,

    /// <summary>The opponent is.</summary>
    Edgeguard,
}
