namespace Melee;

/// <summary>The numbers of a game state, in the order of the data's columns; x and stick_x are times the side the player faces.</summary>
public enum Measure
{
    /// <summary>Frames that the player has been in the action.</summary>
    SelfActionFrame,

    /// <summary>Frames that the opponent has been in theirs.</summary>
    OpponentActionFrame,

    /// <summary>Position; 0 is the middle of the stage.</summary>
    SelfX,

    /// <summary>Height.</summary>
    SelfY,

    /// <summary>Where the opponent is, seen from the player: above 0 in front.</summary>
    OpponentDx,

    /// <summary>Above 0: higher.</summary>
    OpponentDy,

    /// <summary>Velocity, a frame.</summary>
    SelfVx,

    /// <summary>Velocity, a frame.</summary>
    SelfVy,

    /// <summary>Velocity of the opponent.</summary>
    OpponentVx,

    /// <summary>Velocity of the opponent.</summary>
    OpponentVy,

    /// <summary>1 if the two face different ways.</summary>
    FacingOpposite,

    /// <summary>Damage.</summary>
    SelfPercent,

    /// <summary>Damage of the opponent.</summary>
    OpponentPercent,

    /// <summary>What is left of the shield, to 60.</summary>
    SelfShield,

    /// <summary>The opponent's.</summary>
    OpponentShield,

    /// <summary>Lives.</summary>
    SelfStocks,

    /// <summary>The opponent's.</summary>
    OpponentStocks,

    /// <summary>Distance to the stage's edge, below 0 outside.</summary>
    SelfEdgeDistance,

    /// <summary>The opponent's.</summary>
    OpponentEdgeDistance,

    /// <summary>The stick now, -1 to 1.</summary>
    StickX,

    /// <summary>The stick now, -1 to 1.</summary>
    StickY,

    /// <summary>1 if a trigger is held now.</summary>
    TriggerHeld,

    /// <summary>1 if a button is held now.</summary>
    ButtonHeld,
}
