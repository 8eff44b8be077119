using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using MoE.Specification;

namespace MoE.CodeFixes;

/// <summary>Keeps the weights as float32.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WeightFormatTrainedFix() : RuleFix(RuleIds.WeightFormatTrained, "Keep the weights as Float32")
{
    private static readonly string[] s_formats = ["BFloat16", "Int8", "Int4"];

    private protected override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        s_formats.Select(format => EnumMember.Change(place, format, "Float32")).FirstOrDefault(change => change is not null);
}
