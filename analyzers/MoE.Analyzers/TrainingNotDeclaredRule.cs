using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0402: a call of a training member on a model without [Training]; says why the compiler does not find it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingNotDeclaredRule() : CallRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.TrainingNotDeclared,
        "The model cannot be trained",
        "'{0}' needs [Training] on the model '{1}'");

    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax invocation)
    {
        SimpleNameSyntax? name = ModelCall.NameOf(invocation);
        if (name is null || !GeneratedMembers.OfTraining.Contains(name.Identifier.ValueText))
            return;
        SymbolInfo found = context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken);
        if (found.Symbol is not null || !found.CandidateSymbols.IsEmpty)
            return;
        if (Receiver(context, invocation) is not INamedTypeSymbol model
            || !AttributeNames.MarkModel(model)
            || AttributeNames.IsOn(AttributeNames.Training, model))
            return;
        // The fix writes at the model, which may be in another file, or out of reach in another assembly.
        Location home = PlaceFinder.ClassName(model, context.CancellationToken);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptor,
            name.GetLocation(),
            home.IsInSource ? ImmutableArray.Create(home) : ImmutableArray<Location>.Empty,
            name.Identifier.ValueText,
            model.Name));
    }

    private static ITypeSymbol? Receiver(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax call)
    {
        ExpressionSyntax? receiver = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        return receiver is null
            ? context.ContainingSymbol?.ContainingType
            : context.SemanticModel.GetTypeInfo(receiver, context.CancellationToken).Type;
    }
}
