using System;
using System.Collections.Generic;

namespace Sentiment.Text;

/// <summary>The hashed pieces of a comment that a view looks at.</summary>
public static class Grams
{
    private const int FirstWords = 3;
    private const int LastWords = 2;
    private const int NegationReach = 4;

    /// <summary>The buckets of a comment's grams, repeated ones as often as they occur.</summary>
    /// <param name="view">Which grams.</param>
    /// <param name="tokens">The comment, see <see cref="Tokenizer"/>.</param>
    /// <param name="buckets">How many there are.</param>
    public static int[] Of(View view, List<string> tokens, int buckets)
    {
        List<TextHash> grams = [];
        switch (view)
        {
            case View.Words: AddWords(tokens, grams); break;
            case View.Pairs: AddPairs(["<", .. tokens, ">"], grams); break;
            case View.Edges: AddEdges(tokens, grams); break;
            case View.Negated: AddNegated(tokens, grams); break;
            case View.ShortPieces: AddPieces(tokens, shortest: 3, longest: 3, grams); break;
            case View.LongPieces: AddPieces(tokens, shortest: 4, longest: 5, grams); break;
            default: throw new ArgumentOutOfRangeException(nameof(view));
        }

        return [.. grams.ConvertAll(gram => gram.Bucket(buckets))];
    }

    private static void AddWords(List<string> tokens, List<TextHash> grams)
    {
        foreach (string token in tokens) grams.Add(TextHash.Empty.With(token));
    }

    private static void AddPairs(List<string> tokens, List<TextHash> grams)
    {
        for (int i = 1; i < tokens.Count; i++)
            grams.Add(TextHash.Empty.With(tokens[i - 1]).With(tokens[i]));
    }

    private static void AddEdges(List<string> tokens, List<TextHash> grams)
    {
        for (int i = 0; i < Math.Min(FirstWords, tokens.Count); i++)
            grams.Add(TextHash.Empty.With("first").With(tokens[i]));
        for (int i = Math.Max(0, tokens.Count - LastWords); i < tokens.Count; i++)
            grams.Add(TextHash.Empty.With("last").With(tokens[i]));
    }

    private static void AddNegated(List<string> tokens, List<TextHash> grams)
    {
        int reach = 0;
        foreach (string token in tokens)
        {
            if (!char.IsLetterOrDigit(token[0])) reach = 0;
            if (reach-- > 0) grams.Add(TextHash.Empty.With(token));
            if (IsNegation(token)) reach = NegationReach;
        }
    }

    private static bool IsNegation(string token) =>
        token is "not" or "no" or "never" or "without" or "cannot" || token.EndsWith("n't", StringComparison.Ordinal);

    private static void AddPieces(List<string> tokens, int shortest, int longest, List<TextHash> grams)
    {
        string text = $" {string.Join(' ', tokens)} ";
        for (int length = shortest; length <= longest; length++)
            for (int start = 0; start + length <= text.Length; start++)
                grams.Add(TextHash.Empty.With(text.AsSpan(start, length)));
    }
}
