namespace MoE.Specification;

/// <summary>The class that carries the attributes, and all that the generated part must repeat of it.</summary>
/// <param name="Namespace">Empty for the global namespace; parts that are C# keywords carry their @.</param>
/// <param name="Containers">The types around the class, outermost first.</param>
/// <param name="Name">The class's name, with @ where it is a keyword.</param>
/// <param name="Accessibility">"public", "internal", ...: how the class itself is declared.</param>
/// <param name="HintName">The full metadata name, fit for a file name: unique in a compilation.</param>
/// <param name="IsMarkedGenerated">Whether the user's part carries a [GeneratedCode] of its own; there can be no second one.</param>
/// <param name="IsDocumented">Whether a part of the user's carries a doc comment.</param>
/// <param name="HasRequiredMembers">Whether a constructor must say that it sets the required members.</param>
/// <param name="UserMembers">Names of members and nested types that the user's own parts declare, and of type parameters around it.</param>
public sealed record DeclarationSpec(
    string Namespace,
    EquatableArray<ContainerSpec> Containers,
    string Name,
    string Accessibility,
    string HintName,
    EquatableArray<string> UserMembers,
    bool IsMarkedGenerated,
    bool IsDocumented,
    bool HasRequiredMembers,
    DeclarationFlaws Flaws)
{
    /// <summary>The C# version that the class is compiled as, where it is too old for the generated part; else null.</summary>
    public string? OldLanguage { get; init; }

    /// <summary>Whether the compiler alone has something to say of it.</summary>
    public bool IsBroken => Flaws.HasFlag(DeclarationFlaws.Broken);
}

/// <summary>A type around the model class.</summary>
/// <param name="Header">What the generated part writes, such as <c>partial class Outer&lt;T&gt;</c> or <c>partial record struct Outer</c>.</param>
public sealed record ContainerSpec(string Header, string Name, bool IsPartial);

/// <summary>What keeps a class from being a model at all.</summary>
[System.Flags]
public enum DeclarationFlaws
{
    None = 0,
    NotPartial = 1,
    Generic = 2,
    Static = 4,
    Abstract = 8,
    Record = 16,
    FileLocal = 32,
    PrimaryConstructor = 64,
    DerivesFromModel = 128,

    /// <summary>A type named MoE hides the namespace MoE in global scope.</summary>
    GlobalTypeNamedMoE = 256,

    /// <summary>A struct, where the compiler reports the attribute.</summary>
    NotAClass = 512,

    /// <summary>A class whose constructors all take arguments, which the factory does not have.</summary>
    BaseNeedsArguments = 1024,

    /// <summary>Half-typed: without a name, or of a visibility that no type has there. The compiler speaks, and nothing can stand beside it.</summary>
    Broken = 2048,
}
