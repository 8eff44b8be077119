using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MoE.Analyzers;

/// <summary>A rule that looks at calls.</summary>
public abstract class CallRule : DiagnosticAnalyzer
{
    private protected CallRule(DiagnosticDescriptor descriptor) => SupportedDiagnostics = ImmutableArray.Create(descriptor);

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(node => Analyze(node, (InvocationExpressionSyntax)node.Node), SyntaxKind.InvocationExpression);
    }

    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax invocation);
}
