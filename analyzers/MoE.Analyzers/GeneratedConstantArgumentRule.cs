using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>
/// MOE0006: an attribute argument that a model of this project generates. The generator reads the attributes before
/// that constant exists, so it would silently take the default.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GeneratedConstantArgumentRule : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.GeneratedConstantArgument,
        "An attribute argument is generated itself",
        "'{0}' is generated from attributes such as this one and does not exist yet when they are read: write the value");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptor);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        AttributeSyntax attribute = (AttributeSyntax)context.Node;
        SymbolInfo constructor = context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken);
        ISymbol? symbol = constructor.Symbol ?? constructor.CandidateSymbols.FirstOrDefault();
        if (AttributeNames.Of(symbol?.ContainingType) is null)
            return;
        foreach (TypeSyntax type in attribute.Name.DescendantNodesAndSelf()
            .OfType<TypeArgumentListSyntax>()
            .SelectMany(list => list.Arguments))
            Analyze(context, type);
        if (attribute.ArgumentList is { Arguments: var arguments })
            foreach (AttributeArgumentSyntax argument in arguments)
                Analyze(context, argument.Expression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ExpressionSyntax argument)
    {
        ISymbol? generated = GeneratedSymbols.In(argument, context.SemanticModel, context.CancellationToken);
        if (generated is null)
            return;
        Optional<object?> value = context.SemanticModel.GetConstantValue(argument, context.CancellationToken);
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
        if (value is { HasValue: true, Value: { } constant })
            properties = properties.Add("Value", SymbolDisplay.FormatPrimitive(constant, quoteStrings: true, useHexadecimalNumbers: false));
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor, argument.GetLocation(), properties, generated.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
    }
}
