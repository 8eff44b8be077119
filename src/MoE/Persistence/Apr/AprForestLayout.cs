namespace MoE.Persistence.Apr;

/// <summary>How aprender laid out trees. Its files do not say which: all have version 1.0.</summary>
internal enum AprForestLayout
{
    /// <summary>Up to 0.12: no impurities, and trees do not know their number of features.</summary>
    L0,

    /// <summary>From 0.13 (2025-11-28) to 0.45 and some versions on: trees know their number of features.</summary>
    L1,

    /// <summary>Since 2026-06-19: nodes have impurities, inner nodes a number of samples. The one that is written.</summary>
    L2,
}
