using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.Generators.Tests;

/// <summary>The mistake that law 3 forbids: its first step keeps a symbol, and takes the next one of the same name for the same.</summary>
internal sealed class LeakingGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ISymbol> models = context.SyntaxProvider
            .ForAttributeWithMetadataName("MoE.MixtureOfExpertsAttribute", static (node, _) => node is ClassDeclarationSyntax, static (attributed, _) => attributed.TargetSymbol)
            .WithComparer(new ByName());
        context.RegisterSourceOutput(models, static (output, model) => output.AddSource(model.Name + ".g.cs", "// A model.\n"));
    }

    private sealed class ByName : IEqualityComparer<ISymbol>
    {
        public bool Equals(ISymbol? x, ISymbol? y) => x?.Name == y?.Name;

        public int GetHashCode(ISymbol symbol) => 0;
    }
}
