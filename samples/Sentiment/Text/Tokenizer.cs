using System;
using System.Collections.Generic;

namespace Sentiment.Text;

/// <summary>Cuts a comment into words, emoji and runs of punctuation, in lower case.</summary>
public static class Tokenizer
{
    /// <summary>"!!!" says more than "!", but nobody counts to seven.</summary>
    private const int LongestRun = 3;

    /// <summary>The tokens of a text in order: <c>Don’t stop :)</c> has don't, stop and :).</summary>
    public static List<string> Cut(string text)
    {
        string lower = text.Replace('’', '\'').ToLowerInvariant();
        List<string> tokens = [];
        for (int start = 0; start < lower.Length;)
        {
            int length = LengthAt(lower.AsSpan(start));
            if (!char.IsWhiteSpace(lower[start])) tokens.Add(lower.Substring(start, length));
            start += length;
        }

        return tokens;
    }

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        if (char.IsWhiteSpace(text[0])) return 1;
        if (char.IsSurrogate(text[0])) return Math.Min(2, text.Length);
        int end = 1;
        if (char.IsLetterOrDigit(text[0]))
            while (end < text.Length && (char.IsLetterOrDigit(text[end]) || IsInnerApostrophe(text, end))) end++;
        else
            while (end < Math.Min(LongestRun, text.Length) && IsPunctuation(text[end])) end++;
        return end;
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int index) =>
        text[index] == '\'' && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]);

    private static bool IsPunctuation(char c) => !char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c) && !char.IsSurrogate(c);
}
