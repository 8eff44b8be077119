namespace MoE.Generators.Planning;

/// <summary>How the numbers of a tensor are stored.</summary>
/// <param name="Name">As safetensors calls it.</param>
/// <param name="Bytes">Of one number.</param>
internal sealed record StorageFormat(string Name, int Bytes)
{
    public static StorageFormat Float32 { get; } = new("F32", 4);
}
