using MoE.Numerics;

namespace MoE.Tests;

/// <summary>A computation that a test runs once per vector width.</summary>
internal interface ILaneCase<out TResult>
{
    TResult Run<TLanes>()
        where TLanes : struct, ILanes<TLanes>;
}
