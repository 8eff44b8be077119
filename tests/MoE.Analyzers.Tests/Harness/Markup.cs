using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace MoE.Analyzers.Tests;

/// <summary>A source with the expected diagnostics marked in it: <c>{|MOE0101:9|}</c>.</summary>
/// <param name="Source">The source without the marks.</param>
/// <param name="Marks">Id and span of each mark, in the order in which they open.</param>
internal sealed record Markup(string Source, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    public static Markup Parse(string text)
    {
        StringBuilder source = new();
        List<(string Id, TextSpan Span)> marks = [];
        Stack<int> open = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("{|"))
            {
                int colon = text.IndexOf(':', i);
                open.Push(marks.Count);
                marks.Add((text[(i + 2)..colon], new TextSpan(source.Length, 0)));
                i = colon;
            }
            else if (text.AsSpan(i).StartsWith("|}"))
            {
                int mark = open.Pop();
                int start = marks[mark].Span.Start;
                marks[mark] = (marks[mark].Id, TextSpan.FromBounds(start, source.Length));
                i++;
            }
            else
            {
                source.Append(text[i]);
            }
        }

        return new Markup(source.ToString(), marks);
    }
}
