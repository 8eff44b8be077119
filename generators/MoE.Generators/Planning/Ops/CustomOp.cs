namespace MoE.Generators.Planning;

/// <summary>The user's own expert, row by row.</summary>
/// <param name="Parameters">The floats that belong to it, from the expert's first on.</param>
/// <param name="IsTrained">Whether training changes them.</param>
internal sealed record CustomOp(BufferPlan Source, BufferPlan Target, string ShortName, int Parameters, bool IsTrained) : OpPlan(Source, Target);
