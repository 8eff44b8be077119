using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.CodeFixes;

/// <summary>Puts another member of the same enum where one is written.</summary>
internal static class EnumMember
{
    /// <summary>Null where the place is no member written by its name.</summary>
    public static (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, string member) => place switch
    {
        MemberAccessExpressionSyntax { Name: { } name } => (name, Renamed(name, member)),
        IdentifierNameSyntax name => (name, Renamed(name, member)),
        _ => null,
    };

    /// <summary>Null where the place is not that member, written by its name.</summary>
    public static (SyntaxNode Old, SyntaxNode New)? Change(SyntaxNode place, string from, string to) =>
        place is MemberAccessExpressionSyntax { Name.Identifier.ValueText: { } member } && member == from ? Change(place, to) : null;

    private static SyntaxNode Renamed(SimpleNameSyntax name, string member) =>
        SyntaxFactory.IdentifierName(member).WithTriviaFrom(name);
}
