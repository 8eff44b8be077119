using System;
using System.Globalization;

namespace MoE.Statistics;

/// <summary>Routes of rows, with what is known of the rows; everything fits together once it is made.</summary>
internal readonly ref struct RecordedRoutes
{
    private readonly ReadOnlySpan<float> _weights;
    private readonly ReadOnlySpan<float> _probabilities;
    private readonly ReadOnlySpan<int> _experts;
    private readonly ReadOnlySpan<int> _classes;
    private readonly int _topK;
    private readonly int _expertCount;

    /// <exception cref="ArgumentException">Something does not fit.</exception>
    public RecordedRoutes(
        ReadOnlySpan<int> experts, ReadOnlySpan<float> weights, ReadOnlySpan<float> probabilities, int topK, int expertCount, ReadOnlySpan<int> classes, int classCount)
    {
        if (expertCount < 1)
            throw Wrong(nameof(expertCount), $"expertCount must be at least 1, but is {expertCount}.");
        if (topK < 1 || topK > expertCount)
            throw Wrong(nameof(topK), $"topK must be from 1 to expertCount, {expertCount}, but is {topK}.");
        if (classCount < 0)
            throw Wrong(nameof(classCount), $"classCount must be at least 0, but is {classCount}.");
        if (experts.Length % topK != 0)
            throw Wrong(nameof(experts), $"experts must hold topK, {topK}, indices for each row, but holds {experts.Length}.");
        Rows = experts.Length / topK;
        DemandLength(weights.Length, weights.IsEmpty ? 0 : topK, nameof(weights));
        DemandLength(probabilities.Length, probabilities.IsEmpty ? 0 : expertCount, nameof(probabilities));
        DemandLength(classes.Length, classCount == 0 ? 0 : 1, nameof(classes));
        DemandIndices(experts, -1, expertCount, nameof(experts));
        DemandIndices(classes, 0, classCount, nameof(classes));
        _experts = experts;
        _weights = weights;
        _probabilities = probabilities;
        _classes = classes;
        _topK = topK;
        _expertCount = expertCount;
    }

    /// <summary>Whether -1 fills up a row that has fewer experts, and nothing was dropped.</summary>
    public bool FillsUp { get; init; }

    /// <summary>How many, those that do not count included.</summary>
    public int Rows { get; }

    public bool HasProbabilities => !_probabilities.IsEmpty;

    public bool HasClasses => !_classes.IsEmpty;

    /// <summary>A row whose inputs are not finite was routed nowhere: its weights are NaN.</summary>
    public bool Counts(int row) => _weights.IsEmpty || !float.IsNaN(_weights[row * _topK]);

    /// <summary>TopK of them; -1: dropped.</summary>
    public ReadOnlySpan<int> Experts(int row) => _experts.Slice(row * _topK, _topK);

    public ReadOnlySpan<float> Probabilities(int row) => _probabilities.Slice(row * _expertCount, _expertCount);

    public int Class(int row) => _classes[row];

    private void DemandLength(int length, int width, string parameter)
    {
        long expected = (long)Rows * width;
        if (length != expected)
            throw Wrong(parameter, $"{parameter} must hold {expected} values, {width} for each of {Rows} rows, but holds {length}.");
    }

    private static void DemandIndices(ReadOnlySpan<int> indices, int lowest, int end, string parameter)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i] < lowest || indices[i] >= end)
                throw Wrong(parameter, $"{parameter} must be from {lowest} to {end - 1}, but {parameter}[{i}] is {indices[i]}.");
        }
    }

    private static ArgumentException Wrong(string parameter, FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture), parameter);
}
