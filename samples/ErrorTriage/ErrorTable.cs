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
}
