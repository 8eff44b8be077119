namespace MoE.Persistence.Apr;

/// <summary>The end of a forest: which rows each tree has not seen, and the rows themselves.</summary>
internal static class AprTrainingRows
{
    /// <summary>Leaves them out, whatever they are.</summary>
    /// <returns>How many features they have; null if there are none.</returns>
    public static int? Skip(ref BincodeReader reader, int targetBytes)
    {
        int trees = reader.Length("oob_indices", sizeof(ulong));
        for (int i = 0; i < trees; i++) reader.SkipVector("a tree's oob_indices", sizeof(ulong));
        int? features = reader.IsSome("x_train") ? SkipMatrix(ref reader) : null;
        if (reader.IsSome("y_train")) reader.SkipVector("y_train", targetBytes);
        return features;
    }

    /// <summary>Writes that there are none.</summary>
    public static void WriteNone(ref BincodeWriter writer)
    {
        writer.Count(0);
        writer.IsSome(false);
        writer.IsSome(false);
    }

    // aprender's matrices have their data first.
    private static int SkipMatrix(ref BincodeReader reader)
    {
        int elements = reader.SkipVector("x_train", sizeof(float));
        int rows = reader.Count("x_train's rows");
        int columns = reader.Count("x_train's columns");
        return (long)rows * columns == elements
            ? columns
            : throw new ModelFormatException($"x_train must be [{rows}, {columns}], {(long)rows * columns} values; {elements} came.");
    }
}
