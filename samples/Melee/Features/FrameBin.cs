namespace Melee.Features;

/// <summary>How long an action has lasted, in bins that grow by about half: a frame matters at the start, ten do not later on.</summary>
public static class FrameBin
{
    /// <summary>How many bins there are.</summary>
    public const int Count = 10;

    /// <summary>The bin, 0 to <see cref="Count"/> - 1.</summary>
    public static int Of(float frames) => frames switch
    {
        <= 0 => 0,
        1 => 1,
        2 => 2,
        <= 4 => 3,
        <= 7 => 4,
        <= 11 => 5,
        <= 17 => 6,
        <= 27 => 7,
        <= 43 => 8,
        _ => 9,
    };
}
