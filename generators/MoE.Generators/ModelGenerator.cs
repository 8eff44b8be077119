using System;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using MoE.Generators.Emission;
using MoE.Generators.Emission.Kernels;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Generators;

/// <summary>The pipeline: attributed class -> specification -> texts. It reports nothing; the analyzers do.</summary>
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
        IncrementalValuesProvider<EmittedModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeNames.MixtureOfExperts,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellation) => IsFirst(attributed) ? ModelParser.Parse((INamedTypeSymbol)attributed.TargetSymbol, cancellation) : null)
            .WithTrackingName(StepNames.Parse)
            .Select((model, _) => model is null ? EmittedModel.Nothing : _emitter.Emit(model))
            .WithTrackingName(StepNames.Emit);

        // A layer of one shape has one kernel in the whole project, in a file of the model that brings it.
        IncrementalValuesProvider<KernelUse> shapes = models
            .Select(static (model, _) => new KernelUse(model.HintName, model.Kernels))
            .WithTrackingName(StepNames.Shapes);
        IncrementalValuesProvider<KernelUse> kernels = shapes
            .Combine(shapes.Collect().Select(static (uses, _) => KernelUse.Owners(uses)))
            .Select(static (use, _) => use.Left.Owned(use.Right))
            .WithTrackingName(StepNames.Kernels);

        context.RegisterSourceOutput(kernels, static (output, owned) =>
        {
            if (owned.Kernels.Count > 0)
                output.AddSource(RowKernelEmitter.HintName(owned.Model), SourceText.From(RowKernelEmitter.Emit(owned.Kernels), Encoding.UTF8));
        });

        context.RegisterSourceOutput(models, static (output, model) =>
        {
            if (model.Text is { } text)
                output.AddSource(model.HintName + ".g.cs", SourceText.From(text, Encoding.UTF8));
        });
    }

    // A second part with the attribute, which the compiler reports, is the same model once more.
    private static bool IsFirst(GeneratorAttributeSyntaxContext attributed)
    {
        if (attributed.TargetSymbol.DeclaringSyntaxReferences.Length == 1)
            return true;
        foreach (AttributeData attribute in attributed.TargetSymbol.GetAttributes())
            if (AttributeNames.Of(attribute) == AttributeNames.MixtureOfExperts)
                return attribute.ApplicationSyntaxReference is { } place
                    && place.SyntaxTree == attributed.TargetNode.SyntaxTree
                    && attributed.TargetNode.Span.Contains(place.Span);
        return false;
    }
}
