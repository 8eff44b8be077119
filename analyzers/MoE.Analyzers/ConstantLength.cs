using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.Analyzers;

/// <summary>How many elements an array or span has, where that can be read from the source.</summary>
internal sealed class ConstantLength(SemanticModel semantics, CancellationToken cancellationToken)
{
    /// <summary>The length; null where only a run would tell.</summary>
    public int? Of(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Of(inner.Expression),
        CastExpressionSyntax cast => Of(cast.Expression),
        ArrayCreationExpressionSyntax { Initializer: { } values } => values.Expressions.Count,
        ArrayCreationExpressionSyntax array => Written(array.Type),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count,
        StackAllocArrayCreationExpressionSyntax { Initializer: { } values } => values.Expressions.Count,
        StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax type } => Written(type),
        ImplicitStackAllocArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count,
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) => collection.Elements.Count,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } slice => OfSlice(call, slice.ArgumentList.Arguments),
        IdentifierNameSyntax name => OfVariable(name),
        _ => null,
    };

    // x.AsSpan(), x.AsSpan(start, length), x.Slice(start, length), x.ToArray().
    private int? OfSlice(MemberAccessExpressionSyntax call, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (call.Name.Identifier.ValueText is not ("AsSpan" or "Slice" or "ToArray")
            || semantics.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol { ContainingNamespace.Name: "System" })
            return null;
        return arguments.Count switch
        {
            0 => Of(call.Expression),
            2 when arguments[1].NameColon is null => Value(arguments[1].Expression),
            _ => null,
        };
    }

    // A local that holds what it was declared with.
    private int? OfVariable(IdentifierNameSyntax name)
    {
        if (semantics.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences.Length: 1 } local
            || local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declaration)
            return null;
        SyntaxNode home = declaration.FirstAncestorOrSelf<BlockSyntax>() ?? declaration.SyntaxTree.GetRoot(cancellationToken);
        return home.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == local.Name && IsWritten(use)) ? null : Of(value);
    }

    private static bool IsWritten(IdentifierNameSyntax use) => use.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == use,
        ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax,
        RefExpressionSyntax => true,
        _ => false,
    };

    private int? Written(ArrayTypeSyntax type) => type.RankSpecifiers[0].Sizes[0] is var size && size is not OmittedArraySizeExpressionSyntax ? Value(size) : null;

    private int? Value(ExpressionSyntax expression) =>
        semantics.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: int value and >= 0 } ? value : null;
}
