using FsCheck;
using FsCheck.Fluent;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>Where a model may stand, and under which names.</summary>
internal static class Places
{
    public static readonly string[] Names = ["Model", "M", "@class", "@record", "Größe", "日本", "_", "field", "Gate0", "@await", "@global", "MoE"];

    private const string Hole = "{model}";

    private static readonly string[] Around =
    [
        Hole, Hole,
        $"namespace A.B;\n{Hole}",
        $"namespace Größe.日本\n{{\n{Hole}\n}}",
        $"namespace @namespace.@class;\n{Hole}",
        $"namespace X.MoE {{\n{Hole}\n}}",
        $"namespace MoE.Generated;\n{Hole}",
        $"public partial class Outer\n{{\n{Hole}\n}}",
        $"static partial class Outer {{\n{Hole}\n}}",
        $"public partial class Outer<T> where T : class, new()\n{{\n{Hole}\n}}",
        $"partial class Outer<T, @class>\n{{\npartial record Middle<U>(int X)\n{{\n{Hole}\n}}\n}}",
        $"public partial record struct Outer {{\n{Hole}\n}}",
        $"public readonly ref partial struct Outer {{\n{Hole}\n}}",
        $"partial interface IOuter<T> {{\n{Hole}\n}}",
    ];

    private static readonly string[] Modifiers = ["", "public ", "internal ", "sealed ", "public sealed ", "private ", "protected internal ", "unsafe "];

    private static readonly string[] Bodies =
    [
        ";", " { }", " : Plain { }", " : Generic<string>, IDisposable { public void Dispose() { } }", "\n{\n    private int _mine;\n    public int Mine => _mine++;\n}",
        "\n{\n    public Form(int x) { }\n    static int Of(int rows) => checked(rows * 2);\n}", "\n{\n    public required int Needed { get; init; }\n}",
        " : Needing;",
    ];

    /// <summary>A file with a model of these attributes.</summary>
    public static Gen<string> FileOf(Gen<string> attributes) =>
        from lines in attributes
        from around in Gen.Elements(Around)
        from modifiers in Gen.Elements(around == Hole || around.StartsWith("namespace", System.StringComparison.Ordinal) ? Modifiers[..5] : Modifiers)
        from name in Gen.Elements(Names)
        from body in Gen.Elements(Bodies)
        select around.Replace(Hole, $"{lines}\n{modifiers}partial class {name}{body.Replace("Form", name, System.StringComparison.Ordinal)}", System.StringComparison.Ordinal);
}
