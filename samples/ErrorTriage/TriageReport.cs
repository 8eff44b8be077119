using System;
using System.Collections.Generic;
using System.Linq;
using MoE;

namespace ErrorTriage;

/// <summary>What became of one model, trained several times from other seeds.</summary>
/// <param name="Model">Its name.</param>
/// <param name="ActiveParameters">Trained numbers that work on a row.</param>
/// <param name="Elapsed">The time of all trainings.</param>
/// <param name="Tests">How it does on the test part, seed by seed.</param>
public sealed record TriageReport(string Model, long ActiveParameters, TimeSpan Elapsed, IReadOnlyList<Evaluation> Tests)
{
    /// <summary>The mean over the seeds.</summary>
    public double Accuracy => Tests.Average(test => test.Accuracy!.Value);

    /// <summary>The mean over the seeds.</summary>
    public double MacroF1 => Tests.Average(test => test.MacroF1!.Value);
}
