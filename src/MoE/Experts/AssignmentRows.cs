using System;

namespace MoE.Experts;

/// <summary>The row of an assignment, <c>assignment / topK</c>, by a multiplication: a division for each row of each expert would be felt.</summary>
/// <param name="topK">Assignments of a row.</param>
internal readonly struct AssignmentRows(int topK)
{
    // 2^63 / topK, rounded up: the product of 31 bits with it is wrong by less than 2^63 / topK (Granlund and Montgomery, 1994).
    private readonly ulong _reciprocal = ((1UL << 63) / (uint)topK) + 1;

    /// <summary>Of an assignment, at least 0.</summary>
    public nint Of(int assignment) => (nint)Math.BigMul(_reciprocal, (ulong)(uint)assignment << 1, out _);
}
