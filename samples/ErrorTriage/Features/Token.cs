namespace ErrorTriage.Features;

/// <summary>One token of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Quoted">Whether it stands between backticks.</param>
public readonly record struct Token(int Start, int Length, TokenKind Kind, bool Quoted);
