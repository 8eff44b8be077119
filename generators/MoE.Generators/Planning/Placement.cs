namespace MoE.Generators.Planning;

/// <summary>
/// Where the elements of a tensor lie: (o, i) at <c>Offset + o / Lanes * GroupStride + o % Lanes + i * InputStride</c>.
/// The runtime's TensorPlacement, at compile time.
/// </summary>
internal sealed record Placement(int Offset, int Lanes, int GroupStride, int InputStride)
{
    public Placement At(int offset) => this with { Offset = checked(Offset + offset) };
}
