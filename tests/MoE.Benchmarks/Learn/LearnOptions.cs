using System.Collections.Generic;
using System.IO;
using MoE.Benchmarks.Learn.Contestants;

namespace MoE.Benchmarks.Learn;

/// <summary>What to run.</summary>
/// <param name="Data">The folder that holds a folder for each set.</param>
/// <param name="Sets">The names of the sets.</param>
/// <param name="Roles">What contestants stand for; empty: everything.</param>
/// <param name="Seeds">How many times the chosen models are trained.</param>
/// <param name="SearchOnly">Leaves the test parts alone: for work on the contestants.</param>
/// <param name="Quick">One setting of two epochs: to see that all works, not to measure.</param>
internal sealed record LearnOptions(DirectoryInfo Data, IReadOnlyList<string> Sets, IReadOnlyList<Role> Roles, int Seeds, bool SearchOnly, bool Quick);
