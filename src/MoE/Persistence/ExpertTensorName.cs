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

    /// <summary>The number of the module in an nn.Sequential; -1 where it has a name.</summary>
    public int Number => TryParseNumber(Module, out int number) ? number : -1;

    /// <summary>Takes a name apart; Switch Transformers write <c>expert_3</c> for 3.</summary>
    public static bool TryParse(string name, out ExpertTensorName parsed)
    {
        parsed = default;
        if (!name.StartsWith(Root, StringComparison.Ordinal)) return false;
        string[] parts = name[Root.Length..].Split('.', 4);
        if (parts is not [string expert, string module, "weight" or "bias"]) return false;
        if (expert.StartsWith("expert_", StringComparison.Ordinal)) expert = expert["expert_".Length..];
        if (!TryParseNumber(expert, out int index)) return false;
        parsed = new ExpertTensorName(index, module, parts[2]);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Root}{Expert}.{Module}.{Member}");

    // "01" is not the 1 that a file of ours would hold.
    private static bool TryParseNumber(string text, out int number)
    {
        bool parsed = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return parsed && (text.Length == 1 || text[0] != '0');
    }
}
