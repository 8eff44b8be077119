namespace MoE.Sequences;

/// <summary>Work in independent parts that knows all it needs by value: pointers to the pinned heap, sizes, what is shared.</summary>
internal interface IParallelJob
{
    /// <summary>Does one part; no other part runs under <paramref name="worker"/> meanwhile.</summary>
    void Run(int part, int worker);
}
