using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MoE.Experts;
using MoE.Numerics;

namespace MoE.Routing;

/// <summary>
/// Each expert takes the rows of a sequence whose probability for it is largest, of equal ones the first, and weighs them by it
/// (Zhou et al., 2022, section 3.2). A row's experts come by descending probability.
/// </summary>
/// <param name="experts">Experts that choose.</param>
/// <param name="expertsPerRow">How many a row gets in the mean: an expert takes <c>ceil(expertsPerRow * rows / experts)</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExpertChoiceRouter(int experts, decimal expertsPerRow) : ProbabilityRouter(experts, temperature: 1, temperatureOffset: -1)
{
    private readonly int _experts = experts;

    /// <inheritdoc/>
    protected override bool OverAll => true;

    /// <inheritdoc/>
    protected override void Choose(in RoutedRows rows)
    {
        MixtureShape shape = rows.Mixture.Shape;
        Shares(ref rows.Scores, rows.Count, shape.LogitStride, ref rows.Mixture.Parameters);
        MemoryMarshal.CreateSpan(ref rows.Experts, rows.Count * _experts).Fill(RowGroups.Dropped);
        MemoryMarshal.CreateSpan(ref rows.Weights, rows.Count * _experts).Clear();
        using Scratch scratch = Scratch.Rent(checked(rows.SequenceLength * (sizeof(ulong) / sizeof(float))));
        Span<ulong> candidates = MemoryMarshal.CreateSpan(ref Unsafe.As<float, ulong>(ref scratch.Origin), rows.SequenceLength);
        for (int first = 0; first < rows.Count; first += rows.SequenceLength)
        {
            for (int expert = 0; expert < _experts; expert++)
            {
                int count = Gather(rows, first, expert, shape.LogitStride, candidates);
                candidates[..count].Sort();
                int taken = Capacity.Share(expertsPerRow * count, _experts, count);
                foreach (ulong candidate in candidates[..taken])
                    Add(rows, (int)(uint)candidate, expert, shape.LogitStride);
            }
        }
    }

    // The best first: probabilities are not negative, so their bits have their order; then the row, the lower first.
    private static int Gather(in RoutedRows rows, int first, int expert, int stride, Span<ulong> candidates)
    {
        int count = 0;
        for (int row = first; row < first + candidates.Length; row++)
        {
            float probability = Unsafe.Add(ref rows.Scores, ((nint)row * stride) + expert);
            if (rows.IsFinite.IsEmpty || rows.IsFinite[row])
                candidates[count++] = ((ulong)~BitConverter.SingleToUInt32Bits(probability) << 32) | (uint)row;
        }
        return count;
    }

    private void Add(in RoutedRows rows, int row, int expert, int stride)
    {
        float weight = Unsafe.Add(ref rows.Scores, ((nint)row * stride) + expert);
        Span<int> chosen = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows.Experts, (nint)row * _experts), _experts);
        Span<float> weights = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref rows.Weights, (nint)row * _experts), _experts);
        int place = chosen.IndexOf(RowGroups.Dropped);
        for (; place > 0 && weights[place - 1] < weight; place--)
            (chosen[place], weights[place]) = (chosen[place - 1], weights[place - 1]);
        (chosen[place], weights[place]) = (expert, weight);
    }
}
