namespace MoE.Benchmarks.Learn.Models;

/// <summary>What uci-letter asks for.</summary>
internal enum Letter
{
    A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T, U, V, W, X, Y, Z,
}
