using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace ErrorTriage.Features;

/// <summary>Cuts rustc's prose and Rust source into names, numbers, lifetimes and symbols.</summary>
public static class Tokenizer
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_keywords = ((string[])
    [
        "as", "async", "await", "auto", "box", "break", "const", "continue", "crate", "default", "dyn", "else", "enum", "extern",
        "false", "fn", "for", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "pub", "ref", "return",
        "self", "Self", "static", "struct", "super", "trait", "true", "type", "union", "unsafe", "use", "where", "while", "yield",
        "bool", "char", "str", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64",
        "String", "Vec", "Option", "Box", "Some", "None", "Ok", "Err", "Result", "Copy", "Clone", "Sized", "Send", "Sync", "Drop",
        "Debug", "Default", "Iterator", "Fn", "FnMut", "FnOnce", "main", "println", "vec", "macro_rules", "derive", "feature",
        "repr", "inline",
    ]).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Replaces <paramref name="tokens"/> by those of <paramref name="text"/>; backticks themselves are left out.</summary>
    public static void Cut(ReadOnlySpan<char> text, List<Token> tokens)
    {
        tokens.Clear();
        bool quoted = false;
        for (int start = 0; start < text.Length;)
        {
            if (text[start] == '`') quoted = !quoted;
            int length = LengthAt(text[start..]);
            if (text[start] != '`' && !char.IsWhiteSpace(text[start]))
                tokens.Add(new Token(start, length, KindOf(text.Slice(start, length)), quoted));
            start += length;
        }
    }

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text is ['.', '.', '=', ..]) return 3;
        if (text[..Math.Min(2, text.Length)] is "::" or "->" or "=>" or "==" or "!=" or "<=" or ">=" or "&&" or "||" or "..") return 2;
        int first = text[0] == '\'' ? 1 : 0;
        int end = first;
        while (end < text.Length && IsWord(text[end])) end++;
        bool isCharacterLiteral = first == 1 && end < text.Length && text[end] == '\'';
        return end == first || isCharacterLiteral ? 1 : end;
    }

    private static TokenKind KindOf(ReadOnlySpan<char> token)
    {
        if (token.Length > 1 && token[0] == '\'') return TokenKind.Lifetime;
        if (char.IsDigit(token[0])) return TokenKind.Number;
        if (!IsWord(token[0])) return TokenKind.Symbol;
        if (s_keywords.Contains(token) || token is "_") return TokenKind.Keyword;
        bool capital = char.IsUpper(token[0]);
        if (token.Length == 1) return capital ? TokenKind.TypeLetter : TokenKind.Letter;
        if (!token.ContainsAnyInRange('a', 'z')) return TokenKind.Constant;
        return capital ? TokenKind.TypeName : TokenKind.Name;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
