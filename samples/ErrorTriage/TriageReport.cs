using MoE;

namespace ErrorTriage;

/// <summary>What became of one model.</summary>
/// <param name="Model">Its name.</param>
/// <param name="ActiveParameters">Trained numbers that work on a row.</param>
/// <param name="Fit">How training went.</param>
/// <param name="Test">How it does on the test part.</param>
public sealed record TriageReport(string Model, long ActiveParameters, FitReport Fit, Evaluation Test);
