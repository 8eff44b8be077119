using System.Linq;

namespace MoE.Generators.Planning;

/// <summary>A tensor as files hold it.</summary>
/// <param name="Dtype">As safetensors calls it.</param>
/// <param name="ElementBytes">Of one number.</param>
internal sealed record StoredTensor(string Name, string Dtype, int[] Shape, int ElementBytes)
{
    public long Bytes => Shape.Aggregate((long)ElementBytes, (product, size) => checked(product * size));
}
