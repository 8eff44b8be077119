using System;
using System.ComponentModel;

namespace MoE.Experts;

/// <summary>The objects that experts of one attribute have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExpertParts
{
    /// <summary>One for each of <paramref name="count"/> experts.</summary>
    public static T[] Of<T>(int count, Func<int, T> make)
    {
        T[] parts = new T[count];
        for (int index = 0; index < count; index++)
            parts[index] = make(index);
        return parts;
    }
}
