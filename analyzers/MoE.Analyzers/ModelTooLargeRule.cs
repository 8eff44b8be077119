using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Generators.Planning;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0302: more parameters than one array holds, or than the project allows.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelTooLargeRule() : ModelRule(Descriptor)
{
    private const string Budget = "build_property.MoEParameterBudget";

    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.ModelTooLarge,
        "The model is too large",
        "'{0}' has {1}, but {2}: declare fewer or narrower experts");

    private protected override ImmutableArray<Finding> Findings(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        ImmutableArray<Finding> found = base.Findings(type, context);
        // A budget that is no number is an error of the build.
        return context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Budget, out string? written)
            && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out long budget)
            && ModelPlanOf.Valid(type, context.CancellationToken) is { } plan && plan.Root.ParameterCount > budget
            ? found.Add(OverBudget(type.Name, plan.Root.ParameterCount, budget))
            : found;
    }

    private static Finding OverBudget(string model, long parameters, long budget) => new(
        RuleIds.ModelTooLarge,
        Places.Model(),
        ImmutableArray.Create(
            model,
            string.Format(CultureInfo.InvariantCulture, "{0:N0} parameters", parameters),
            string.Format(CultureInfo.InvariantCulture, "the project's MoEParameterBudget is {0:N0}", budget)));
}
