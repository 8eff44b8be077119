using System;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>Law 3: after an edit nothing of ours keeps the compilation before it alive.</summary>
public class LifetimeTests
{
    private const string Models = """
        using MoE;
        namespace Shop;
        public enum Kind { A, B }
        [MixtureOfExperts(4, 4, TopK = 2), FeedForwardExpert(3, Count = 2), Training] public partial class Inner;
        [MixtureOfExperts(4, 4), Expert<Inner>, FeedForwardExpert(3), Training] public partial class Outer;
        [MixtureOfExperts(4, TopK = 2), GatedExpert(3, Count = 2, Name = "Part"), Classifier<Kind>] public partial class Triage;
        [MixtureOfExperts(4, TopK = 9), Classifier<Kind>] public partial class Wrong;
        """;

    [Fact]
    public void The_compilation_before_an_edit_is_let_go() => IsAliveAfterAnEdit(new ModelGenerator()).ShouldBeFalse();

    [Fact]
    public void A_kept_symbol_would_be_found() => IsAliveAfterAnEdit(new LeakingGenerator()).ShouldBeTrue();

    private static bool IsAliveAfterAnEdit(IIncrementalGenerator generator)
    {
        (WeakReference first, GeneratorDriver driver, Compilation edited) = Run(generator);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        bool isAlive = first.IsAlive;
        GC.KeepAlive(driver);
        GC.KeepAlive(edited);
        return isAlive;
    }

    // Apart, so that no local of the caller's holds the first compilation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference First, GeneratorDriver Driver, Compilation Edited) Run(IIncrementalGenerator generator)
    {
        Compilation first = TestCompilation.Create(Models, "class Unrelated { }");
        GeneratorDriver driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions).RunGenerators(first);
        Compilation edited = first.Edit(1, static text => text + " ");
        return (new WeakReference(first), driver.RunGenerators(edited), edited);
    }
}
