using System.Collections.Generic;
using System.Linq;

namespace MoE.Benchmarks.Learn.Data;

/// <summary>Rows as models take them.</summary>
/// <param name="Inputs">[rows x features].</param>
/// <param name="Targets">One for each row.</param>
internal sealed record LearnRows<TTarget>(float[] Inputs, TTarget[] Targets)
{
    /// <summary>Joins rows.</summary>
    public static LearnRows<TTarget> Of(IReadOnlyList<float[]> rows, IEnumerable<TTarget> targets) => new([.. rows.SelectMany(row => row)], [.. targets]);
}
