using System;
using System.Text;

namespace MoE.Generators.Emission;

/// <summary>Prints lines at the current depth; always \n, whatever the machine.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>An empty line, but never two, nor one after an opening brace.</summary>
    public void Line()
    {
        int length = _text.Length;
        bool blank = length > 1 && _text[length - 1] == '\n' && (_text[length - 2] == '\n' || _text[length - 2] == '{');
        if (!blank)
            _text.Append('\n');
    }

    /// <summary>One line or several; those that begin with # stay at the margin.</summary>
    public void Line(string text)
    {
        foreach (string line in text.Split('\n'))
        {
            if (line.Length > 0 && line[0] != '#')
                _text.Append(' ', 4 * _depth);
            _text.Append(line).Append('\n');
        }
    }

    /// <summary>A doc comment with a summary.</summary>
    public void Summary(string text) => Line("/// <summary>" + text + "</summary>");

    /// <summary>A line and a block in braces under it, which ends with the returned object; no line where it is empty.</summary>
    public IDisposable Block(string header)
    {
        if (header.Length > 0)
            Line(header);
        Line("{");
        _depth++;
        return new Closing(this, "}");
    }

    /// <summary>An indented continuation.</summary>
    public IDisposable Indent()
    {
        _depth++;
        return new Closing(this, null);
    }

    public override string ToString() => _text.ToString();

    private sealed class Closing(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
                writer.Line(end);
        }
    }
}
