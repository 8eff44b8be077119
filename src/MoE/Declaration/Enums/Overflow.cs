namespace MoE;

/// <summary>What becomes of an assignment whose expert has no room.</summary>
public enum Overflow
{
    /// <summary>Its share of the output is lost.</summary>
    Drop,

    /// <summary>The row itself takes the expert's place: weight * input is added. Needs as many outputs as inputs.</summary>
    PassThrough,

    /// <summary>The best of the other experts with room takes it, with the same weight; where there is none it is dropped.</summary>
    NextBest,
}
