using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace MoE.Benchmarks.Peers;

/// <summary>A case of cases.json.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Shape">The layer.</param>
/// <param name="Rows">The numbers of rows to run it on.</param>
internal sealed record PeerCase(string Name, PeerShape Shape, int[] Rows)
{
    public static IReadOnlyList<PeerCase> ReadAll(FileInfo file)
    {
        using FileStream stream = file.OpenRead();
        using JsonDocument json = JsonDocument.Parse(stream);
        return [.. json.RootElement.EnumerateObject().Select(entry => new PeerCase(
            entry.Name,
            PeerShape.Read(entry.Value),
            entry.Value.GetProperty("rows").EnumerateArray().Select(rows => rows.GetInt32()).ToArray()))];
    }
}
