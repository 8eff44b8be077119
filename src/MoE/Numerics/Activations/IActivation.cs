using System.ComponentModel;

namespace MoE.Numerics;

/// <summary>A function applied to each element, for any vector width.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IActivation
{
    /// <summary>f(x).</summary>
    static abstract TLanes Forward<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>f'(x), and f(x) from the same work: written apart, the two exceed the JIT's inlining budget.</summary>
    static abstract TLanes Derivative<TLanes>(TLanes x, out TLanes value)
        where TLanes : struct, ILanes<TLanes>;
}
