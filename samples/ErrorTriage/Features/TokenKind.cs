namespace ErrorTriage.Features;

/// <summary>What a token is, as far as its text may be forgotten.</summary>
public enum TokenKind
{
    /// <summary>Anything but a letter or digit.</summary>
    Symbol,

    /// <summary>A keyword, a primitive type or a name of the prelude: its text matters.</summary>
    Keyword,

    /// <summary>A name in lower case.</summary>
    Name,

    /// <summary>A lower-case name of one letter.</summary>
    Letter,

    /// <summary>A name that begins with a capital.</summary>
    TypeName,

    /// <summary>A single capital, most often a generic parameter.</summary>
    TypeLetter,

    /// <summary>A name all in capitals.</summary>
    Constant,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Such as <c>'a</c>.</summary>
    Lifetime,
}
