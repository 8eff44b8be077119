using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MoE.Specification;

/// <summary>Reads what keeps a class from being a model.</summary>
internal static class FlawsParser
{
    public static DeclarationFlaws Parse(
        INamedTypeSymbol model, List<INamedTypeSymbol> containers, CancellationToken cancellationToken)
    {
        DeclarationFlaws flaws = Written(model, cancellationToken);
        void AddIf(bool isFlawed, DeclarationFlaws flaw) => flaws |= isFlawed ? flaw : DeclarationFlaws.None;

        AddIf(!model.TypeParameters.IsEmpty, DeclarationFlaws.Generic);
        AddIf(model.IsStatic, DeclarationFlaws.Static);
        AddIf(model.IsAbstract, DeclarationFlaws.Abstract);
        AddIf(model.IsRecord, DeclarationFlaws.Record);
        AddIf(model.TypeKind != TypeKind.Class, DeclarationFlaws.NotAClass);
        AddIf(model.IsFileLocal || containers.Exists(static type => type.IsFileLocal), DeclarationFlaws.FileLocal);
        AddIf(DerivesFromModel(model), DeclarationFlaws.DerivesFromModel);
        AddIf(HiddenNamespace.In(model), DeclarationFlaws.GlobalTypeNamedMoE);
        return flaws;
    }

    /// <summary>The flaws that only syntax shows.</summary>
    public static DeclarationFlaws Written(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        DeclarationFlaws flaws = DeclarationFlaws.None;
        foreach (SyntaxReference declaration in type.DeclaringSyntaxReferences)
        {
            if (!UserCode.Holds(declaration) || declaration.GetSyntax(cancellationToken) is not TypeDeclarationSyntax part)
                continue;
            if (!part.Modifiers.Any(SyntaxKind.PartialKeyword))
                flaws |= DeclarationFlaws.NotPartial;
            if (part.ParameterList is not null)
                flaws |= DeclarationFlaws.PrimaryConstructor;
        }
        return flaws;
    }

    private static bool DerivesFromModel(INamedTypeSymbol model)
    {
        for (INamedTypeSymbol? type = model.BaseType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            if (AttributeNames.MarkModel(type))
                return true;
        return false;
    }
}
