using System;
using System.Globalization;

namespace MoE.Persistence.Apr;

/// <summary>Which layouts of trees to try, and in which order.</summary>
internal static class AprForestLayouts
{
    private static readonly Version FirstWithFeatures = new(0, 13);

    // 0.45 still had L1, some later version has L2, and then the number became that of another crate: not known, so the newest first.
    private static readonly Version FirstUnsure = new(0, 45);

    /// <summary>All layouts, the likeliest for a version first.</summary>
    /// <param name="version">What the file says about its writer; null if nothing.</param>
    public static ReadOnlySpan<AprForestLayout> LikeliestFirst(string? version) =>
        !TryParse(version, out Version? writer) || writer >= FirstUnsure ? [AprForestLayout.L2, AprForestLayout.L1, AprForestLayout.L0]
        : writer >= FirstWithFeatures ? [AprForestLayout.L1, AprForestLayout.L2, AprForestLayout.L0]
        : [AprForestLayout.L0, AprForestLayout.L2, AprForestLayout.L1];

    // "0.12.0-rc.1" is 0.12.
    private static bool TryParse(string? version, out Version? parsed)
    {
        parsed = null;
        if (version?.Split('.') is not [string majorText, string minorText, ..]) return false;
        if (!int.TryParse(majorText, NumberStyles.None, CultureInfo.InvariantCulture, out int major)) return false;
        if (!int.TryParse(minorText, NumberStyles.None, CultureInfo.InvariantCulture, out int minor)) return false;
        parsed = new Version(major, minor);
        return true;
    }
}
