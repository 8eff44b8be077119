using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.CodeFixes;

/// <summary>Writes the value that the rule found in place of the argument.</summary>
public abstract class ValueFix : RuleFix
{
    private readonly string _property;

    private protected ValueFix(string ruleId, string title, string property)
        : base(ruleId, title) => _property = property;

    private protected sealed override (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, Diagnostic diagnostic) =>
        place is ExpressionSyntax && diagnostic.Properties.TryGetValue(_property, out string? value) && value is not null
            ? (place, SyntaxFactory.ParseExpression(value).WithTriviaFrom(place))
            : null;
}
