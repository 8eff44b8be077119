namespace MoE.Benchmarks.Generator;

/// <summary>The time of all analyzers over a project with what is generated for it.</summary>
/// <param name="Models">How many the project has.</param>
/// <param name="Shapes">Whether they differ.</param>
/// <param name="Analyzers">How many there are.</param>
/// <param name="Seconds">From the project as parsed to the last diagnostic.</param>
/// <param name="OwnSeconds">What the analyzers' own code takes of that, as the compiler tells it.</param>
internal sealed record AnalyzersLine(int Models, string Shapes, int Analyzers, double Seconds, double OwnSeconds);
