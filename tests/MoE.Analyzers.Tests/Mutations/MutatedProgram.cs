using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>A program to try: a file beside the companions, and how it is compiled.</summary>
internal sealed record MutatedProgram(string Source, NullableContextOptions Nullable = NullableContextOptions.Enable, bool IsChecked = false)
{
    private static readonly Func<string, Gen<string>>[] Families =
        [TokenEdits.Of, ArgumentEdits.Of, ArgumentEdits.Of, NameEdits.Of, MemberEdits.Of, MemberEdits.Of, DeclarationEdits.Of];

    /// <summary>Programs whose attributes are right one by one.</summary>
    public static Gen<MutatedProgram> Declared { get; } =
        from source in Places.FileOf(ModelTexts.Attributes)
        from nullable in Gen.Elements(NullableContextOptions.Enable, NullableContextOptions.Disable, NullableContextOptions.Annotations)
        from isChecked in Gen.Elements(true, false)
        select new MutatedProgram(source, nullable, isChecked);

    /// <summary>Those after one to three edits.</summary>
    public static Gen<MutatedProgram> Mutated { get; } =
        from declared in Declared
        from edits in Gen.Choose(1, 3)
        from source in Edited(declared.Source, edits)
        select declared with { Source = source };

    /// <summary>Those that lack a word which rules ask for.</summary>
    public static Gen<MutatedProgram> Wrong { get; } =
        from declared in Declared
        from word in Gen.Elements("partial ", "[MixtureOfExperts(4, 2)]\n", "Count = ", "[MambaMixer]\n")
        select declared with { Source = declared.Source.Replace(word, "", StringComparison.Ordinal) };

    public CSharpCompilationOptions Options => TestCompilation.Options.WithNullableContextOptions(Nullable).WithOverflowChecks(IsChecked).WithAllowUnsafe(true);

    /// <summary>The programs with a line less, for a failure to be shown as small as it is.</summary>
    public IEnumerable<MutatedProgram> Smaller
    {
        get
        {
            string[] lines = Source.Split('\n');
            return lines.Length == 1 ? [] : Enumerable.Range(0, lines.Length).Select(line => this with { Source = string.Join('\n', lines.Where((_, index) => index != line)) });
        }
    }

    public override string ToString() => $"// nullable {Nullable}, {(IsChecked ? "checked" : "unchecked")}\n{Source}\n";

    private static Gen<string> Edited(string source, int edits) =>
        edits == 0 ? Gen.Constant(source) : Gen.Elements(Families).SelectMany(family => family(source)).SelectMany(edited => Edited(edited, edits - 1));
}
