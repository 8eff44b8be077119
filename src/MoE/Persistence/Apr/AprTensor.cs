namespace MoE.Persistence.Apr;

/// <summary>A named tensor of an expert of ours.</summary>
/// <param name="Name">Its name within the expert.</param>
/// <param name="Shape">Its sizes; none for a single number.</param>
/// <param name="Values">Its values, row-major.</param>
internal sealed record AprTensor(string Name, int[] Shape, float[] Values)
{
    /// <summary>What a tensor takes at least: the lengths of name, shape and values.</summary>
    public const int FewestBytes = 3 * sizeof(ulong);

    private const int MaxRank = 16;

    /// <summary>Reads a tensor.</summary>
    public static AprTensor Read(ref BincodeReader reader)
    {
        string name = reader.Text("a tensor's name");
        int[] shape = new int[reader.Length("a tensor's shape", sizeof(ulong))];
        for (int i = 0; i < shape.Length; i++) shape[i] = reader.Count("a tensor's size");
        return new AprTensor(name, shape, reader.Singles("a tensor's values"));
    }

    /// <summary>Writes the tensor.</summary>
    public void Write(ref BincodeWriter writer)
    {
        writer.Text(Name);
        writer.Count(Shape.Length);
        foreach (int size in Shape) writer.Count(size);
        writer.Singles(Values);
    }

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public string? Fault()
    {
        if (Shape.Length > MaxRank) return $"tensor '{NearNames.Clip(Name)}' must have at most {MaxRank} dimensions; it has {Shape.Length}";
        long elements = 1;
        foreach (int size in Shape)
        {
            if (size < 0) return Bad($"must not have a negative size; {size} came");
            // Neither factor exceeds 2^31: the product of two cannot overflow.
            elements *= size;
            if (elements > int.MaxValue) return Bad($"must have at most {int.MaxValue} values");
        }
        return elements == Values.Length ? null : Bad($"must have {elements} values; {Values.Length} came");
    }

    private string Bad(string what) => $"tensor '{NearNames.Clip(Name)}' of shape [{string.Join(", ", Shape)}] {what}";
}
