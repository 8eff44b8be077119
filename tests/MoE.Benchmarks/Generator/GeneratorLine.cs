namespace MoE.Benchmarks.Generator;

/// <summary>The times of the four generators after an edit.</summary>
/// <param name="Models">How many the project has.</param>
/// <param name="Shapes">Whether they differ.</param>
/// <param name="Edit">What happened before the run.</param>
/// <param name="OursMs">Ours.</param>
/// <param name="EmptyMs">One that finds the models and emits a line for each.</param>
/// <param name="FilesMs">The empty one with as many files as ours, of the same names.</param>
/// <param name="NothingMs">One that does nothing.</param>
/// <param name="Ratio">Ours to the empty one.</param>
/// <param name="DifferenceMs">Ours less the empty one.</param>
/// <param name="OursBytes">What ours allocates.</param>
/// <param name="EmptyBytes">What the empty one allocates.</param>
/// <param name="FilesBytes">What the one with the files allocates.</param>
/// <param name="NothingBytes">What the one that does nothing allocates.</param>
internal sealed record GeneratorLine(
    int Models, string Shapes, string Edit,
    double OursMs, double EmptyMs, double FilesMs, double NothingMs, double Ratio, double DifferenceMs,
    long OursBytes, long EmptyBytes, long FilesBytes, long NothingBytes);
