using System;
using System.Collections.Generic;
using System.Linq;
using ErrorTriage.Features;

namespace ErrorTriage;

/// <summary>Errors as a model takes them.</summary>
/// <param name="Rows">[errors x <see cref="HashingFeaturizer.Size"/>].</param>
/// <param name="Categories">One per row.</param>
public sealed record ErrorTable(float[] Rows, ErrorCategory[] Categories)
{
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
