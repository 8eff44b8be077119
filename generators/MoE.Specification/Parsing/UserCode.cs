using System;
using Microsoft.CodeAnalysis;

namespace MoE.Specification;

/// <summary>
/// Tells what the user wrote from what a generator added: the analyzers see the generated part as well, and must
/// come to the same specification as the generator, which does not.
/// </summary>
public static class UserCode
{
    public static bool Holds(SyntaxTree tree) => !tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    public static bool Holds(SyntaxReference declaration) => Holds(declaration.SyntaxTree);

    public static bool Declares(ISymbol symbol)
    {
        if (symbol.IsImplicitlyDeclared)
            return false;
        foreach (SyntaxReference declaration in symbol.DeclaringSyntaxReferences)
            if (Holds(declaration))
                return true;
        return false;
    }
}
