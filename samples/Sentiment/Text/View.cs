namespace Sentiment.Text;

/// <summary>What is looked at in a comment; each view learns a table of its own.</summary>
public enum View
{
    /// <summary>Single tokens.</summary>
    Words,

    /// <summary>Two neighbours, the ends of the comment included.</summary>
    Pairs,

    /// <summary>The first three and the last two tokens.</summary>
    Edges,

    /// <summary>What stands within four words after a negation.</summary>
    Negated,

    /// <summary>Three characters in a row, across words.</summary>
    ShortPieces,

    /// <summary>Four and five characters in a row, across words.</summary>
    LongPieces,
}
