using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Analyzers.Weights;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0404: a weights file among the AdditionalFiles whose tensors are not those of the model that its MoEModel names.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightsFileRule : DiagnosticAnalyzer
{
    private const string ModelOfFile = "build_metadata.AdditionalFiles.MoEModel";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.WeightsFile,
        "The weights file does not fit the model",
        "'{0}' does not fit '{1}': {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        ILookup<string, string> files = context.Options.AdditionalFiles
            .Select(file => (file.Path, Model: ModelOf(file, context.Options)))
            .Where(file => file.Model.Length > 0)
            .ToLookup(file => file.Model, file => file.Path);
        if (files.Count == 0)
            return;
        context.RegisterSymbolAction(symbol => Analyze(symbol, files), SymbolKind.NamedType);
        context.RegisterAdditionalFileAction(DemandModel);
    }

    private static string ModelOf(AdditionalText file, AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(ModelOfFile, out string? model) ? model.Trim() : "";

    private static void Analyze(SymbolAnalysisContext context, ILookup<string, string> files)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        string name = type.ToDisplayString();
        if (!files.Contains(name) || !AttributeNames.MarkModel(type) || ModelPlanOf.Valid(type, context.CancellationToken) is not { } plan)
            return;
        foreach (string path in files[name])
        {
            if (Fault(plan, path) is { } fault)
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, PlaceFinder.ClassName(type, context.CancellationToken), Path.GetFileName(path), type.Name, fault));
        }
    }

#pragma warning disable RS1035 // AdditionalText gives text, and this is no text; only its header is read.
    private static string? Fault(ModelPlan plan, string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return WeightsFit.Fault(plan, WeightsHeader.Read(file));
        }
        catch (InvalidDataException error)
        {
            return $"it is no safetensors file: {error.Message}";
        }
        catch (System.Exception error) when (error is IOException or System.UnauthorizedAccessException)
        {
            return $"it cannot be read: {error.Message}";
        }
    }
#pragma warning restore RS1035

    private static void DemandModel(AdditionalFileAnalysisContext context)
    {
        string model = ModelOf(context.AdditionalFile, context.Options);
        if (model.Length == 0 || Exists(context.Compilation, model, context.CancellationToken))
            return;
        string path = context.AdditionalFile.Path;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, Location.Create(path, default, default), Path.GetFileName(path), model, "the project declares no such model; MoEModel must be its name with its namespace"));
    }

    private static bool Exists(Compilation compilation, string model, CancellationToken cancellationToken) =>
        compilation.GetSymbolsWithName(model.Substring(model.LastIndexOf('.') + 1), SymbolFilter.Type, cancellationToken)
            .OfType<INamedTypeSymbol>()
            .Any(type => AttributeNames.MarkModel(type) && type.ToDisplayString() == model);
}
