using System;
using System.Collections.Generic;
using MoE.Experts.Forests;

namespace MoE.Training.Forests;

/// <summary>
/// What each forest says of rows that it was grown on, by the trees that have not seen them: while the rest of the model is trained on those rows, this
/// stands for the forest. A router that heard what the forest says of rows it knows by heart would trust it too much.
/// </summary>
internal sealed class UnseenOutputs
{
    private readonly Dictionary<ForestExpert, float[]> _tables = [];

    /// <summary>[rows of the set x outputs].</summary>
    public float[] this[ForestExpert forest]
    {
        get => _tables[forest];
        set => _tables[forest] = value;
    }

    /// <summary>Copies a forest's rows; false where it was not grown.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="rows">Rows of the set.</param>
    /// <param name="outputs">Receives them, one stride apart.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    public bool TryCopy(ForestExpert forest, ReadOnlySpan<int> rows, Span<float> outputs, int stride)
    {
        if (!_tables.TryGetValue(forest, out float[]? table))
            return false;
        int width = forest.Shape.Outputs;
        for (int index = 0; index < rows.Length; index++)
            table.AsSpan(rows[index] * width, width).CopyTo(outputs[(index * stride)..]);
        return true;
    }
}
