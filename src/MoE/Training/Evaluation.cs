namespace MoE;

/// <summary>How well a model does on given rows.</summary>
/// <param name="Loss">Mean task loss.</param>
/// <param name="Accuracy">Classifiers: the share of rows whose highest output is the label, 0 to 1.</param>
/// <param name="MacroF1">Classifiers: unweighted mean of F1 over the classes that occur in labels or predictions, 0 to 1.</param>
/// <param name="R2">
/// Regressors: mean over the outputs of <c>1 - SSE / SST</c>, at most 1. An output whose targets are all equal counts 1 if predicted exactly, else 0.
/// </param>
public sealed record Evaluation(double Loss, double? Accuracy = null, double? MacroF1 = null, double? R2 = null);
