using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using MoE.Generators.Emission;
using MoE.Generators.Emission.Kernels;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators;

/// <summary>The pipeline: attributed class -> specification -> source. It reports nothing; the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ModelGenerator : IIncrementalGenerator
{
    private readonly ModelEmitter _emitter;

    /// <summary>The generator as the compiler makes it.</summary>
    public ModelGenerator()
        : this(ModelPlanner.Plan)
    {
    }

    internal ModelGenerator(Func<ModelSpec, ModelPlan> planner) => _emitter = new ModelEmitter(planner);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MixtureOfExperts,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellation) => ModelParser.Parse((INamedTypeSymbol)attributed.TargetSymbol, cancellation))
            .WithTrackingName(StepNames.Parse);

        // A layer of one shape has one kernel in the whole project, in a file of its own.
        IncrementalValuesProvider<RowKernelPlan> kernels = models
            .Select((model, _) => _emitter.RowKernels(model))
            .WithTrackingName(StepNames.Shapes)
            .Collect()
            .SelectMany(static (models, _) => models.SelectMany(static shapes => shapes).Distinct())
            .WithTrackingName(StepNames.Kernels);

        context.RegisterSourceOutput(kernels, static (output, kernel) =>
            output.AddSource(RowKernelEmitter.HintName(kernel), SourceText.From(RowKernelEmitter.Emit(kernel), Encoding.UTF8)));

        context.RegisterSourceOutput(models, (output, model) =>
        {
            foreach ((string hintName, string text) in _emitter.Emit(model))
                output.AddSource(hintName, SourceText.From(text, Encoding.UTF8));
        });
    }
}
