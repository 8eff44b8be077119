namespace Melee;

/// <summary>The first button that a player newly presses within 12 frames (0.2 s); the names of the data's next_button column.</summary>
public enum Button
{
    /// <summary>No new press.</summary>
    None,

    /// <summary>A or the C-stick.</summary>
    Attack,

    /// <summary>B.</summary>
    Special,

    /// <summary>X or Y; a jump with the stick does not count.</summary>
    Jump,

    /// <summary>L, R or a trigger.</summary>
    Shield,

    /// <summary>Z.</summary>
    Grab,
}
