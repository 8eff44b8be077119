using Microsoft.CodeAnalysis;

namespace MoE.Benchmarks.Generator;

/// <summary>A generator that asks for nothing: what the driver itself takes.</summary>
internal sealed class NothingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) { }
}
