using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using MoE.Specification;

namespace MoE.Analyzers;

/// <summary>MOE0203: a temperature that is not a positive finite number.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TemperatureRule() : ModelRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = RuleDescriptor.Create(
        RuleIds.Temperature,
        "The temperature is not a positive finite number",
        "{0} is {1}, but must be {2} in single precision");
}
