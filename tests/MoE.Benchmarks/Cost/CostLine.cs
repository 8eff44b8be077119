namespace MoE.Benchmarks.Cost;

/// <summary>What a model costs its project. Files that models share are counted to all of them alike.</summary>
/// <param name="Models">How many the project has.</param>
/// <param name="Shapes">What they are.</param>
/// <param name="Files">Generated files of the project.</param>
/// <param name="Lines">Generated lines for each model.</param>
/// <param name="TextBytes">Generated text for each model.</param>
/// <param name="AssemblyBytes">What each model adds to the assembly.</param>
/// <param name="CompileMs">What each model adds to parsing and compiling.</param>
/// <param name="PlainMethods">How many plain methods compile in that time.</param>
/// <param name="PlainMethodUs">What one of those takes.</param>
internal sealed record CostLine(
    int Models, string Shapes, int Files,
    double Lines, double TextBytes, double AssemblyBytes, double CompileMs, double PlainMethods, double PlainMethodUs);
