namespace Melee.MultiTask;

/// <summary>How the two heads do, in one model or in two.</summary>
/// <param name="Button">The next button.</param>
/// <param name="Regime">The situation.</param>
public sealed record HeadScores(Score Button, Score Regime);
