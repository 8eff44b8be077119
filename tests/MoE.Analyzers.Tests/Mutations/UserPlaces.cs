using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Where a rule may speak: inside an attribute, on a declared name, on the name that is called.</summary>
internal static class UserPlaces
{
    public static bool Hold(Location location, Compilation written)
    {
        if (!location.IsInSource || !written.ContainsSyntaxTree(location.SourceTree))
            return false;
        SyntaxNode node = location.SourceTree.GetRoot().FindNode(location.SourceSpan, getInnermostNodeForTie: true);
        return node.AncestorsAndSelf().Any(outer => outer is AttributeSyntax && outer.Span.Contains(location.SourceSpan))
            || Names(node).Any(name => name.Span == location.SourceSpan);
    }

    private static System.Collections.Generic.IEnumerable<SyntaxToken> Names(SyntaxNode node) => node switch
    {
        SimpleNameSyntax { Parent: InvocationExpressionSyntax or MemberAccessExpressionSyntax or MemberBindingExpressionSyntax } called => [called.Identifier],
        SimpleNameSyntax => [],
        BaseTypeDeclarationSyntax or MemberDeclarationSyntax or VariableDeclaratorSyntax or TypeParameterSyntax => node.ChildTokens(),
        _ => [],
    };
}
