using System.ComponentModel;

namespace MoE.Numerics;

/// <summary>A function applied to each element, for any vector width.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IActivation
{
    /// <summary>f(x).</summary>
    static abstract TLanes Forward<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>;

    /// <summary>f'(x).</summary>
    static abstract TLanes Derivative<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>;
}
