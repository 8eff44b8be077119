using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0401: an array or span at a call of a model whose length, known to the compiler, is wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallLengthRule() : CallRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.CallLength,
        "An array or span has the wrong length",
        "'{0}' has {1} element(s), but '{2}' takes {3}");

    // How many elements a row has under a parameter's name: a constant of the model, or one.
    private static readonly ImmutableDictionary<string, string> Widths = ImmutableDictionary.CreateRange(new[]
    {
        Pair("inputs", "InputSize"), Pair("outputs", "OutputSize"), Pair("probabilities", "OutputSize"), Pair("targets", "OutputSize"),
        Pair("experts", "TopK"), Pair("weights", "TopK"), Pair("expertLosses", "ExpertCount"), Pair("labels", ""),
    });

    private protected override void Analyze(SyntaxNodeAnalysisContext context, InvocationExpressionSyntax invocation)
    {
        if (ModelCall.Of(invocation, context.SemanticModel, context.CancellationToken) is not { } call)
            return;
        ConstantLength lengths = new(context.SemanticModel, context.CancellationToken);
        int? rows = null;
        foreach ((IParameterSymbol parameter, ExpressionSyntax value) in call.Arguments)
        {
            if (lengths.Of(value) is not { } length || Demand(call, parameter.Name, length, ref rows) is not { } demand)
                continue;
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, value.GetLocation(), parameter.Name, length, call.Model.Name, demand));
        }
    }

    /// <summary>What was expected; null where it is right, or nobody can tell.</summary>
    private static string? Demand(ModelCall call, string parameter, int length, ref int? rows)
    {
        if (parameter is "input" or "output")
            return call.Constant(parameter == "input" ? "InputSize" : "OutputSize") is { } one && length != one ? $"one row of {one}" : null;
        if (!Widths.TryGetValue(parameter, out string? name) || (name.Length == 0 ? 1 : call.Constant(name)) is not (> 0 and var width))
            return null;
        if (rows is { } known)
            return length == (long)known * width ? null : $"{(long)known * width}: {width} for each of {known} row(s)";
        if (length % width != 0)
            return $"whole rows of {width}";
        // Inputs come first and say how many rows there are.
        if (parameter == "inputs")
            rows = length / width;
        return null;
    }

    private static KeyValuePair<string, string> Pair(string parameter, string constant) => new(parameter, constant);
}
