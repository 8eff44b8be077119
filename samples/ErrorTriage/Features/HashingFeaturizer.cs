using System;
using System.Collections.Generic;

namespace ErrorTriage.Features;

/// <summary>
/// Turns an error into a row of hashed features. Nothing is learnt from data, so there is nothing to save: words,
/// runs of words and pieces of words, kept apart by field.
/// </summary>
/// <remarks>Not for concurrent use; the row depends on the texts alone.</remarks>
public sealed class HashingFeaturizer(FeatureSet features)
{
    /// <summary>Features of a row.</summary>
    public const int Size = 8192;

    private const int PieceLength = 4;
    private const uint Edge = 100;
    private const uint Blank = 101;
    private const float PieceCount = 0.4f;
    private const float ProseWeight = 1.5f;

    private readonly FeatureField _field = new(Size);
    private readonly List<Token> _tokens = [];
    private readonly List<uint> _run = [];

    /// <summary>Featurizes errors.</summary>
    /// <returns>[errors x <see cref="Size"/>].</returns>
    public float[] Featurize(IReadOnlyList<RustcError> errors)
    {
        float[] rows = new float[errors.Count * Size];
        for (int i = 0; i < errors.Count; i++)
            Featurize(errors[i], rows.AsSpan(i * Size, Size));
        return rows;
    }

    /// <summary>Featurizes an error.</summary>
    /// <param name="error">Its category is not looked at.</param>
    /// <param name="row">Receives <see cref="Size"/> features.</param>
    public void Featurize(RustcError error, Span<float> row)
    {
        row.Clear();
        if (features == FeatureSet.Message) AddProse('m', error.Message, row);
        AddProse('l', error.Label, row);
        AddCode(error.Snippet, row);
    }

    /// <summary>rustc's sentences are templates: a run of quoted tokens counts as one blank, the words around it are read in order.</summary>
    private void AddProse(char field, string text, Span<float> row)
    {
        Tokenizer.Cut(text, _tokens);
        _run.Add(Edge);
        bool quoted = false;
        foreach (Token token in _tokens)
        {
            ReadOnlySpan<char> word = text.AsSpan(token.Start, token.Length);
            _field.Add(Family(field, 'w').With(word));
            if (!token.Quoted)
            {
                _run.Add(FeatureHash.Of('w').With(word).Value);
                if (token.Kind is not (TokenKind.Symbol or TokenKind.Number)) AddPieces(Family(field, 'p'), word);
            }
            else if (!quoted)
            {
                _run.Add(Blank);
            }

            quoted = token.Quoted;
        }

        AddRuns(Family(field, 'r'), 3);
        _field.MoveTo(row, ProseWeight);
    }

    /// <summary>Source: where order counts a name becomes its kind, so that <c>foo.bar()</c> and <c>left.right()</c> are alike.</summary>
    private void AddCode(string text, Span<float> row)
    {
        Tokenizer.Cut(text, _tokens);
        _run.Add(Edge);
        foreach (Token token in _tokens)
        {
            ReadOnlySpan<char> word = text.AsSpan(token.Start, token.Length);
            bool keepsText = token.Kind is TokenKind.Symbol or TokenKind.Keyword;
            bool isName = token.Kind is TokenKind.Name or TokenKind.TypeName or TokenKind.Constant;
            _field.Add(Family('s', 'w').With(word));
            _run.Add(keepsText ? FeatureHash.Of('w').With(word).Value : (uint)token.Kind);
            if (isName && word.Length > PieceLength) AddPieces(Family('s', 'p'), word);
        }

        AddRuns(Family('s', 'r'), 2);
        _field.MoveTo(row, 1);
    }

    /// <summary>Adds every run of 1 to <paramref name="longest"/> items of the sequence, its edges included, and empties it.</summary>
    private void AddRuns(FeatureHash family, int longest)
    {
        _run.Add(Edge);
        for (int first = 0; first < _run.Count; first++)
        {
            FeatureHash run = family;
            for (int last = first; last < Math.Min(first + longest, _run.Count); last++)
            {
                run = run.With(_run[last]);
                _field.Add(run);
            }
        }

        _run.Clear();
    }

    /// <summary>Adds the pieces of a word, its edges included: <c>unwrap</c> has ^unw, unwr, nwra, wrap and rap$.</summary>
    private void AddPieces(FeatureHash family, ReadOnlySpan<char> word)
    {
        for (int first = -1; first + PieceLength <= word.Length + 1; first++)
        {
            FeatureHash piece = family;
            for (int i = first; i < first + PieceLength; i++)
                piece = piece.With((uint)i < (uint)word.Length ? char.ToLowerInvariant(word[i]) : '\0');
            _field.Add(piece, PieceCount);
        }
    }

    private static FeatureHash Family(char field, char kind) => FeatureHash.Of(field).With(kind);
}
