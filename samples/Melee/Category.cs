namespace Melee;

/// <summary>What a game state names instead of measuring, in the order of the data's columns.</summary>
public enum Category
{
    /// <summary>The stage's id.</summary>
    Stage,

    /// <summary>The player's character, the game's internal id.</summary>
    SelfCharacter,

    /// <summary>The opponent's.</summary>
    OpponentCharacter,

    /// <summary>The group of the player's action, such as air_attack.</summary>
    SelfGroup,

    /// <summary>The opponent's.</summary>
    OpponentGroup,

    /// <summary>The player's action state id.</summary>
    SelfAction,

    /// <summary>The opponent's.</summary>
    OpponentAction,
}
