using System;
using System.IO;
using System.Security.Cryptography;

namespace MoE.Persistence;

/// <summary>The names, beside its place, of a file that <see cref="AtomicFile"/> is writing.</summary>
internal static class TemporaryName
{
    private const string Mark = ".moe-";
    private const string Extension = ".tmp";
    private const int Digits = 16;

    /// <summary>A new name for a file that is locked as long as its writer lives: who can lock it may remove it.</summary>
    public static string Locked(string path) => path + Mark + RandomNumberGenerator.GetHexString(Digits, lowercase: true) + Extension;

    /// <summary>A new name for a file that nothing protects but its name: <see cref="IsLocked"/> never holds for it.</summary>
    public static string Unlocked(string path) => $"{path}.{Path.GetRandomFileName()}{Extension}";

    /// <summary>Whether a file's name can only be <see cref="Locked"/>'s for the file <paramref name="target"/>; both without a folder.</summary>
    public static bool IsLocked(ReadOnlySpan<char> name, string target)
    {
        if (name.Length != target.Length + Mark.Length + Digits + Extension.Length) return false;
        if (!name.StartsWith(target, StringComparison.Ordinal) || !name.EndsWith(Extension, StringComparison.Ordinal)) return false;
        ReadOnlySpan<char> middle = name[target.Length..^Extension.Length];
        if (!middle.StartsWith(Mark, StringComparison.Ordinal)) return false;
        foreach (char digit in middle[Mark.Length..])
        {
            if (!char.IsAsciiHexDigitLower(digit)) return false;
        }
        return true;
    }
}
