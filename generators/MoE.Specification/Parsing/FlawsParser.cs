using System.Collections.Generic;
using System.Linq;
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
        if (DerivesFromModel(model))
            flaws |= DeclarationFlaws.DerivesFromModel;
        else
            AddIf(BaseNeedsArguments(model), DeclarationFlaws.BaseNeedsArguments);
        AddIf(IsBroken(model, containers), DeclarationFlaws.Broken);
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

    private static bool IsBroken(INamedTypeSymbol model, List<INamedTypeSymbol> containers)
    {
        INamedTypeSymbol outermost = containers.Count == 0 ? model : containers[0];
        return outermost.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal)
            || model.Name.Length == 0
            // The compiler refuses it; the generated part would mean the member where it names the class.
            || model.MemberNames.Contains(model.Name) || !model.GetTypeMembers(model.Name).IsEmpty
            || containers.Exists(static type => type.Name.Length == 0 || type.TypeParameters.Any(static parameter => parameter.Name.Length == 0));
    }

    private static bool BaseNeedsArguments(INamedTypeSymbol model) =>
        model.BaseType is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class } type
        && !type.InstanceConstructors.Any(constructor => IsReachable(constructor, model) && constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams));

    private static bool IsReachable(IMethodSymbol constructor, INamedTypeSymbol model) => constructor.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(constructor.ContainingAssembly, model.ContainingAssembly) || constructor.ContainingAssembly.GivesAccessTo(model.ContainingAssembly),
        _ => true,
    };

    private static bool DerivesFromModel(INamedTypeSymbol model)
    {
        for (INamedTypeSymbol? type = model.BaseType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            if (AttributeNames.MarkModel(type))
                return true;
        return false;
    }
}
