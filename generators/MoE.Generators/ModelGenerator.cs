using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using MoE.Generators.Emission;
using MoE.Specification;

namespace MoE.Generators;

/// <summary>The pipeline: attributed class -> specification -> source. It reports nothing; the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MixtureOfExperts,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellation) => ModelParser.Parse((INamedTypeSymbol)attributed.TargetSymbol, cancellation))
            .WithTrackingName(StepNames.Parse);

        context.RegisterSourceOutput(models, static (output, model) =>
        {
            foreach ((string hintName, string text) in ModelEmitter.Emit(model))
                output.AddSource(hintName, SourceText.From(text, Encoding.UTF8));
        });
    }
}
