using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MoE.Routing;

/// <summary>
/// The k best of the experts in the best groups, neighbours of equal number each (DeepSeek-V2 and -V3): experts of other groups
/// are out, whatever their scores.
/// </summary>
/// <param name="experts">Experts to choose from.</param>
/// <param name="groups">How many groups; divides the experts.</param>
/// <param name="keptGroups">How many groups stay.</param>
/// <param name="scoreOfTwo">A group's score: the sum of its two largest scores, or the largest.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupedTopK(int experts, int groups, int keptGroups, bool scoreOfTwo)
{
    /// <summary>As <see cref="TopK.Select"/>, of the experts in the kept groups.</summary>
    public void Select(ref float scores, int k, ref int chosen, ref float best)
    {
        int size = experts / groups;
        Span<float> groupScores = stackalloc float[groups], keptScores = stackalloc float[keptGroups], candidates = stackalloc float[keptGroups * size];
        Span<int> kept = stackalloc int[keptGroups];
        for (int group = 0; group < groups; group++)
            groupScores[group] = Score(ref Unsafe.Add(ref scores, group * size), size);
        TopK.Select(ref MemoryMarshal.GetReference(groupScores), groups, keptGroups, ref MemoryMarshal.GetReference(kept), ref MemoryMarshal.GetReference(keptScores));
        // In index order, for ties go to the lower index.
        kept.Sort();
        for (int place = 0; place < candidates.Length; place++)
            candidates[place] = Unsafe.Add(ref scores, (kept[place / size] * size) + (place % size));
        TopK.Select(ref MemoryMarshal.GetReference(candidates), candidates.Length, k, ref chosen, ref best);
        for (int slot = 0; slot < k; slot++)
        {
            ref int expert = ref Unsafe.Add(ref chosen, slot);
            expert = (kept[expert / size] * size) + (expert % size);
        }
    }

    private float Score(ref float scores, int size)
    {
        float largest = scores, second = float.NegativeInfinity;
        for (int index = 1; index < size; index++)
        {
            float score = Unsafe.Add(ref scores, index);
            if (score > largest)
                (largest, second) = (score, largest);
            else if (score > second)
                second = score;
        }
        return scoreOfTwo && size > 1 ? largest + second : largest;
    }
}
