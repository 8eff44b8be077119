using System;
using Microsoft.CodeAnalysis;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Does with every program what it is told.</summary>
internal sealed class FaultyGenerator(Action<SourceProductionContext> fault) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.ParseOptionsProvider, (output, _) => fault(output));
}
