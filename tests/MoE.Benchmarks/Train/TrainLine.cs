namespace MoE.Benchmarks.Train;

/// <summary>One line of the output, in the form of the peers' lines.</summary>
/// <param name="Peer">moe-train.</param>
/// <param name="Case">The case.</param>
/// <param name="Rows">Rows of a mini-batch.</param>
/// <param name="Threads">Threads of the Fit.</param>
/// <param name="Us">Median of a step: forward, backward and AdamW.</param>
/// <param name="UsMin">The fastest step.</param>
/// <param name="Loss">Of the last steps, to see that it trains.</param>
internal sealed record TrainLine(string Peer, string Case, int Rows, int Threads, double Us, double UsMin, double Loss);
