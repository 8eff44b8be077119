using System;
using System.Globalization;

namespace MoE.Persistence;

/// <summary>The name of an expert's tensor: <c>experts.{Expert}.{Module}.{Member}</c>.</summary>
/// <param name="Expert">The number of the expert.</param>
/// <param name="Module">The module: a number in an nn.Sequential, else a name.</param>
/// <param name="Member"><c>weight</c> or <c>bias</c>.</param>
internal readonly record struct ExpertTensorName(int Expert, string Module, string Member)
{
    private const string Root = "experts.";
    private const string Prefix = "expert_";

    /// <summary>The number of the module in an nn.Sequential; -1 where it has a name.</summary>
    public int Number => TryParseNumber(Module, out int number) ? number : -1;

    /// <summary>Takes a name apart; Switch Transformers write <c>expert_3</c> for 3.</summary>
    public static bool TryParse(string name, out ExpertTensorName parsed)
    {
        parsed = default;
        if (!name.StartsWith(Root, StringComparison.Ordinal)) return false;
        string[] parts = name.Substring(Root.Length).Split('.');
        if (parts.Length != 3 || parts[2] is not ("weight" or "bias")) return false;
        string expert = parts[0].StartsWith(Prefix, StringComparison.Ordinal) ? parts[0].Substring(Prefix.Length) : parts[0];
        if (!TryParseNumber(expert, out int index)) return false;
        parsed = new ExpertTensorName(index, parts[1], parts[2]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Root}{Expert}.{Module}.{Member}");

    // "01" is not the 1 that a file of ours would hold.
    private static bool TryParseNumber(string text, out int number)
    {
        bool parsed = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return parsed && (text.Length == 1 || text[0] != '0');
    }
}
