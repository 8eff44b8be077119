namespace MoE.Generators.Planning;

/// <summary>Working memory for the rows of an expert.</summary>
/// <param name="Name">The local variable that refers to it.</param>
/// <param name="Width">Columns that mean something.</param>
/// <param name="Stride">Floats from one row to the next.</param>
internal sealed record BufferPlan(string Name, int Width, int Stride)
{
    public static BufferPlan Of(string name, int width) => new(name, width, Padding.Stride(width));
}
