using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0403: a loop that gives a model one row after the other, where one call takes them all. A suggestion.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RowByRowRule() : CallRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.RowByRow,
        "Rows are predicted one by one",
        "'{0}' takes one row of the loop at a time: one call with all rows is faster, for many rows share each weight that is read");

    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax invocation)
    {
        if (Loop(invocation) is not { } loop
            || ModelCall.Of(invocation, context.SemanticModel, context.CancellationToken) is not { Method.Name: "Predict" or "Classify" or "PredictProbabilities" } call
            || AttributeNames.IsOn(BackboneSpec.Table.Name, call.Model) || AttributeNames.IsOn(MambaExpertSpec.Table.Name, call.Model))
            return;
        (IParameterSymbol Parameter, ExpressionSyntax Value) row = call.Arguments.FirstOrDefault(argument => argument.Parameter.Name is "input" or "inputs");
        if (row.Value is null || !IsOneRow(call, row.Parameter, row.Value, context) || !DependsOn(loop, row.Value, context.SemanticModel, context.CancellationToken))
            return;
        SimpleNameSyntax name = ModelCall.NameOf(invocation)!;
        context.ReportDiagnostic(Diagnostic.Create(Descriptor, name.GetLocation(), name.Identifier.ValueText));
    }

    // The innermost loop over something, within the same method.
    private static StatementSyntax? Loop(SyntaxNode call)
    {
        for (SyntaxNode? node = call.Parent; node is not null and not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax and not MemberDeclarationSyntax; node = node.Parent)
            if (node is ForStatementSyntax or ForEachStatementSyntax)
                return (StatementSyntax)node;
        return null;
    }

    private static bool IsOneRow(ModelCall call, IParameterSymbol parameter, ExpressionSyntax value, SyntaxNodeAnalysisContext context) =>
        parameter.Name == "input"
        || (call.Constant("InputSize") is { } width && new ConstantLength(context.SemanticModel, context.CancellationToken).Of(value) == width);

    // Whether each turn has a row of its own: what does not name the loop's variable may be what the turn before has made.
    private static bool DependsOn(StatementSyntax loop, ExpressionSyntax row, SemanticModel semantics, CancellationToken cancellationToken)
    {
        IEnumerable<ISymbol?> turns = loop switch
        {
            ForEachStatementSyntax each => [semantics.GetDeclaredSymbol(each, cancellationToken)],
            ForStatementSyntax { Declaration.Variables: var variables } => variables.Select(variable => semantics.GetDeclaredSymbol(variable, cancellationToken)),
            _ => [],
        };
        return row.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => turns.Contains(semantics.GetSymbolInfo(name, cancellationToken).Symbol, SymbolEqualityComparer.Default));
    }
}
