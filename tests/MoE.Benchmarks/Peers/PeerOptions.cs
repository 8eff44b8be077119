using System.IO;

namespace MoE.Benchmarks.Peers;

/// <summary>How cases are run.</summary>
/// <param name="Threads">Threads of a call.</param>
/// <param name="Seconds">How long each number of rows is measured.</param>
/// <param name="References">Folder of CASE.f32 to compare with, if any.</param>
internal sealed record PeerOptions(int Threads, double Seconds, DirectoryInfo? References);
