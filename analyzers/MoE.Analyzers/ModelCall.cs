using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>A call of a method that a model's class was given.</summary>
/// <param name="Model">The model.</param>
/// <param name="Method">The method.</param>
/// <param name="Arguments">What is written for its parameters.</param>
internal sealed record ModelCall(INamedTypeSymbol Model, IMethodSymbol Method, ImmutableArray<(IParameterSymbol Parameter, ExpressionSyntax Value)> Arguments)
{
    // Those whose spans hold rows; the name alone tells most calls of a program apart.
    private static readonly HashSet<string> Names =
    [
        "Predict", "Classify", "PredictProbabilities", "Route", "PredictExpert", "Observe", "Step", .. GeneratedMembers.OfTraining,
    ];

    /// <summary>The call, where it is one.</summary>
    public static ModelCall? Of(InvocationExpressionSyntax call, SemanticModel semantics, CancellationToken cancellationToken)
    {
        if (Name(call) is not { } name || !Names.Contains(name)
            || semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ContainingType: { } model } method
            || !AttributeNames.MarkModel(model)
            || UserCode.Declares(method))
            return null;
        return new ModelCall(model, method, Pair(call, method).ToImmutableArray());
    }

    /// <summary>The called name as it is written.</summary>
    public static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax own => own,
        _ => null,
    };

    /// <summary>One of the model's constants, such as InputSize; null where it is not there.</summary>
    public int? Constant(string name) =>
        Model.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true, ConstantValue: int value } ? value : null;

    private static string? Name(InvocationExpressionSyntax call) => NameOf(call)?.Identifier.ValueText;

    private static IEnumerable<(IParameterSymbol, ExpressionSyntax)> Pair(InvocationExpressionSyntax call, IMethodSymbol method)
    {
        for (int index = 0; index < call.ArgumentList.Arguments.Count; index++)
        {
            ArgumentSyntax argument = call.ArgumentList.Arguments[index];
            IParameterSymbol? parameter = argument.NameColon is { } named
                ? method.Parameters.FirstOrDefault(candidate => candidate.Name == named.Name.Identifier.ValueText)
                : method.Parameters.ElementAtOrDefault(index);
            if (parameter is not null)
                yield return (parameter, argument.Expression);
        }
    }
}
