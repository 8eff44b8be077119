using System;
using System.Collections.Generic;
using System.Linq;
using ErrorTriage.Features;
using MoE;

namespace ErrorTriage;

/// <summary>Errors as a model takes them.</summary>
/// <param name="Rows">[errors x <see cref="HashingFeaturizer.Size"/>].</param>
/// <param name="Categories">One per row.</param>
public sealed record ErrorTable(float[] Rows, ErrorCategory[] Categories)
{
    private readonly SparseTable _sparse = SparseTable.Of(Rows, HashingFeaturizer.Size);

    /// <summary>The same rows as the features that they have, a hundredth of all.</summary>
    public SparseRows Sparse => First(Categories.Length);

    /// <summary>The first of them.</summary>
    public SparseRows First(int rows) => _sparse.First(rows);

    /// <summary>Featurizes errors.</summary>
    public static ErrorTable Of(IReadOnlyList<RustcError> errors, FeatureSet features) =>
        new(new HashingFeaturizer(features).Featurize(errors), [.. errors.Select(error => error.Category)]);

    /// <summary>The errors of some categories.</summary>
    public ErrorTable Where(Func<ErrorCategory, bool> belongs)
    {
        int[] own = [.. Enumerable.Range(0, Categories.Length).Where(row => belongs(Categories[row]))];
        float[] rows = new float[own.Length * HashingFeaturizer.Size];
        for (int index = 0; index < own.Length; index++)
            Rows.AsSpan(own[index] * HashingFeaturizer.Size, HashingFeaturizer.Size).CopyTo(rows.AsSpan(index * HashingFeaturizer.Size));
        return new ErrorTable(rows, [.. own.Select(row => Categories[row])]);
    }
}
