namespace MoE.Benchmarks.Learn.Contestants;

/// <summary>What the search chose for a role.</summary>
/// <param name="Contestant">Which class.</param>
/// <param name="Options">Which setting.</param>
/// <param name="Score">On the validation part.</param>
internal sealed record Choice<TTarget>(Contestant<TTarget> Contestant, FitOptions Options, double Score);
