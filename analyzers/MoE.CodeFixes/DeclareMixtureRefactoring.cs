using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace MoE.CodeFixes;

/// <summary>On a partial class that could be a model: declares a small mixture, to be changed to what is wanted.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareMixtureRefactoring : CodeRefactoringProvider
{
    private static readonly (string Type, string Arguments)[] Declaration =
    [
        ("MoE.MixtureOfExpertsAttribute", "(inputs: 4, outputs: 2, TopK = 2)"),
        ("MoE.FeedForwardExpertAttribute", "(64, Count = 4)"),
        ("MoE.TrainingAttribute", ""),
    ];

    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } declaration
            || !IsOn(context, declaration)
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || Declaration.Any(attribute => TypeOf(attribute.Type, model.Compilation) is null)
            || !CanBeModel(declaration, model, context.CancellationToken))
            return;
        context.RegisterRefactoring(CodeAction.Create(
            "Declare a mixture of experts",
            _ => Task.FromResult(Declare(context.Document, root, declaration, model)),
            equivalenceKey: nameof(DeclareMixtureRefactoring)));
    }

    // Where a class is said to be one, not in its members.
    private static bool IsOn(CodeRefactoringContext context, ClassDeclarationSyntax declaration) =>
        context.Span.Start >= (declaration.Modifiers.FirstOrDefault() is { RawKind: not 0 } first ? first : declaration.Keyword).SpanStart
            && context.Span.End <= declaration.Identifier.Span.End;

    private static bool CanBeModel(ClassDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellationToken) =>
        declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().All(type => type.Modifiers.Any(SyntaxKind.PartialKeyword))
            && !declaration.ChildNodes().OfType<ParameterListSyntax>().Any()
            && model.GetDeclaredSymbol(declaration, cancellationToken) is { IsStatic: false, IsAbstract: false, Arity: 0, IsFileLocal: false } symbol
            && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ContainingNamespace is { Name: "MoE", ContainingNamespace.IsGlobalNamespace: true });

    private static Document Declare(Document document, SyntaxNode root, ClassDeclarationSyntax declaration, SemanticModel model)
    {
        SyntaxGenerator generator = SyntaxGenerator.GetGenerator(document);
        SyntaxNode declared = root.ReplaceNode(
            declaration, generator.InsertAttributes(declaration, 0, Declaration.Select(attribute => Attribute(generator, TypeOf(attribute.Type, model.Compilation)!, attribute.Arguments))));
        bool isImported = model.LookupNamespacesAndTypes(declaration.SpanStart, name: "MixtureOfExpertsAttribute").Any();
        return document.WithSyntaxRoot(isImported ? declared : generator.AddNamespaceImports(declared, generator.NamespaceImportDeclaration("MoE")));
    }

    // By its full name, which the editor shortens after every action.
    private static SyntaxNode Attribute(SyntaxGenerator generator, INamedTypeSymbol type, string arguments)
    {
        NameSyntax name = (NameSyntax)generator.TypeExpression(type);
        AttributeSyntax attribute = SyntaxFactory.Attribute(name, arguments.Length == 0 ? null : SyntaxFactory.ParseAttributeArgumentList(arguments));
        return SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)).WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static INamedTypeSymbol? TypeOf(string name, Compilation compilation) =>
        compilation.GetTypesByMetadataName(name).FirstOrDefault(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
}
