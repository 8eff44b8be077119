namespace Sentiment;

/// <summary>One comment.</summary>
/// <param name="Text">As it was written; names of people are <c>[NAME]</c>.</param>
/// <param name="Polarity">What the raters felt in it.</param>
public sealed record Comment(string Text, Polarity Polarity);
