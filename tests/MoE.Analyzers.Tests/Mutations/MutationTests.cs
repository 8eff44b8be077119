using System;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.FSharp.Core;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests.Mutations;

/// <summary>
/// Whatever the program: nothing crashes, nothing grows without end, the compiler has nothing against generated text, rules speak
/// in the user's source, and fixes leave code. MOE_MUTATIONS=5000 tries so many programs, MOE_MUTATION_SEED others.
/// </summary>
public sealed class MutationTests
{
    private static int Tests => int.Parse(Environment.GetEnvironmentVariable("MOE_MUTATIONS") ?? "60", CultureInfo.InvariantCulture);

    private static ulong Seed => ulong.Parse(Environment.GetEnvironmentVariable("MOE_MUTATION_SEED") ?? "1", CultureInfo.InvariantCulture);

    [Fact]
    public void DeclaredPrograms()
    {
        int tried = 0, valid = 0;
        Hold(MutatedProgram.Declared, Tests / 3, program =>
        {
            Trial trial = Harmless(program);
            (tried, valid) = (tried + 1, valid + (trial.IsValid ? 1 : 0));
        });
        valid.ShouldBeGreaterThan(tried / 4, "programs that no rule speaks of are what the most is asked of");
    }

    [Fact]
    public void MutatedPrograms() => Hold(MutatedProgram.Mutated, Tests, program => Harmless(program));

    [Fact]
    public void FixedPrograms() => Hold(MutatedProgram.Wrong, Tests / 6, program =>
    {
        Trial trial = Trial.Of(program);
        // What the compiler cannot make out, no fix can mend.
        if (trial.IsWrittenWrong)
            return;
        foreach (FixTrial fix in FixTrial.Of(trial, AllRules.Fixes))
            Count(Trial.Of(program with { Source = fix.Text }), fix.Diagnostic).ShouldBeLessThan(Count(trial, fix.Diagnostic), $"{fix.Diagnostic} is still there in\n{fix.Text}");
    });

    // What the rule says next, once this is repaired, is another matter.
    private static int Count(Trial trial, Diagnostic fixedOne) =>
        trial.Found.Count(diagnostic => diagnostic.Id == fixedOne.Id && diagnostic.GetMessage(CultureInfo.InvariantCulture) == fixedOne.GetMessage(CultureInfo.InvariantCulture));

    private static Trial Harmless(MutatedProgram program)
    {
        Trial trial = Trial.Of(program);
        trial.Complaints().Concat(FixTrial.Of(trial, AllRules.Fixes).SelectMany(fix => fix.Complaints(program.Source))).ShouldBeEmpty();
        return trial;
    }

    // A failure is made as small as it can be, and shown with its source.
    private static void Hold(Gen<MutatedProgram> programs, int tests, Action<MutatedProgram> check) =>
        Prop.ForAll(Arb.From(programs, program => program.Smaller), check)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed, 1), FSharpOption<int>.None))));
}
