using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>What is generated compiles wherever the class stands, with every warning on, in checked context, without unsafe code.</summary>
public class CompilationTests
{
    private const int FilesOfModel = 1;

    /// <summary>Attributes as code writes them that trusts no name around it.</summary>
    private const string Attributes = "[global::MoE.MixtureOfExperts(4, 3, TopK = 2), global::MoE.FeedForwardExpert(5, Count = 2, Name = \"Ff\"), global::MoE.GatedExpert(3), global::MoE.Training]";

    private const string ClassifierAttributes = "[global::MoE.MixtureOfExperts(4, TopK = 2), global::MoE.FeedForwardExpert(5, Count = 2), global::MoE.Classifier<Kind>, global::MoE.Training]";

    [Theory]
    [InlineData($"{Attributes} public partial class M;")]
    [InlineData($"namespace A.B; {Attributes} public sealed partial class M;")]
    [InlineData($"namespace A {{ namespace B {{ {Attributes} internal partial class M {{ }} }} }}")]
    [InlineData($"public partial class Outer {{ {Attributes} private partial class M; }}")]
    [InlineData($"public partial class Outer<T> where T : class {{ {Attributes} public partial class M; }}")]
    [InlineData($"public partial class Outer<T, @class> {{ public partial class Middle<U> {{ {Attributes} protected partial class M; }} }}")]
    [InlineData($"public partial record Outer(int X) {{ {Attributes} public partial class M; }}")]
    [InlineData($"public partial record struct Outer {{ {Attributes} public partial class M; }}")]
    [InlineData($"public partial struct Outer {{ {Attributes} public partial class M; }}")]
    [InlineData($"public partial interface IOuter {{ {Attributes} public partial class M; }}")]
    [InlineData($"public static partial class Outer {{ {Attributes} public partial class M; }}")]
    [InlineData($"namespace X.System; {Attributes} public partial class M;")]
    [InlineData($"namespace X.MoE; {Attributes} public partial class M;")]
    [InlineData($"namespace MoE.Generated; {Attributes} public partial class M;")]
    [InlineData($"namespace MoE.Experts; {Attributes} public partial class M;")]
    [InlineData($"namespace @namespace.@class; {Attributes} public partial class @event;")]
    [InlineData($"{Attributes} public partial class Ünïcödé;")]
    [InlineData($"{Attributes} public partial class M; partial class M {{ private int _mine; public int Mine => _mine++; }}")]
    public void In_any_place(string source) => Generation.Of(source).ShouldCompile(FilesOfModel);

    [Fact]
    public void With_experts_named_as_keywords() =>
        Generation.Of("using MoE; [MixtureOfExperts(4, 3), FeedForwardExpert(5, Name = \"class\"), GatedExpert(5, Name = \"event\", Count = 2), FeedForwardExpert(Name = \"record\"), Training] public partial class M;").ShouldCompile(FilesOfModel);

    [Theory]
    [InlineData("public enum Kind { A, B }", "")]
    [InlineData("internal enum Kind : byte { A = 200, B = 3, @class = 7 }", "internal")]
    [InlineData("public enum Kind : long { A = long.MinValue, B = long.MaxValue, C = -1 }", "")]
    [InlineData("public enum Kind : ulong { A = ulong.MaxValue, B = 0 }", "")]
    public void With_any_enum(string declaration, string access) =>
        Generation.Of($"namespace N; {declaration} {ClassifierAttributes} {access} partial class M;").ShouldCompile(FilesOfModel);

    [Fact]
    public void With_an_enum_nested_in_the_model() =>
        Generation.Of($"{ClassifierAttributes.Replace("<Kind>", "<M.Kind>", StringComparison.Ordinal)} public partial class M {{ public enum Kind {{ A, B }} }}").ShouldCompile(FilesOfModel);

    [Fact]
    public void With_a_private_enum_beside_it() =>
        Generation.Of($"public partial class Outer {{ private enum Kind {{ A, B }} {ClassifierAttributes} private partial class M; }}").ShouldCompile(FilesOfModel);

    /// <summary>The names that emitted code needs, taken by the user in the model's namespace, around it and in the global one.</summary>
    [Theory]
    [InlineData("namespace X.System { public class System { } public class Math { } public class Span { } }")]
    [InlineData("namespace X { public class MoE { } public class Vector512 { } public class Unsafe { } public class Math { } public class Single { } }")]
    [InlineData("namespace X { public class ReadOnlySpan<T> { } public class Span<T> { } public class FitOptions { } public class Gradients { } public class MemoryMarshal { } public class Fma { } }")]
    [InlineData("public class Vector512 { } public class Unsafe { } public class Math { } public class Avx512F { } public class Avx2 { } public class Fma { }")]
    [InlineData("public class Kernels { } public class Experts { } public class Generated { } public class Layout { } public class Numerics { } public class Scratch { } public class ModelLayout { } public class InitialValue { }")]
    [InlineData("public class ReadOnlySpan<T> { } public class Span<T> { } public class Vector128 { } public class Vector128<T> { } public class Vector256<T> { } public class Vector512<T> { }")]
    [InlineData("namespace MoE { public class Unsafe { } public class Vector512 { } public class Math { } public class System { } }")]
    [InlineData("namespace X.Y { public class Expert { } public class TopK { } public class InputSize { } public class FitReport { } public class ImmutableArray { } public class TensorInfo { } }")]
    public void Among_hostile_names(string hostile) =>
        Generation.Of(hostile, $"namespace X.Y {{ {Attributes} public partial class M; }} namespace X.System {{ {Attributes} public partial class M; }}").ShouldCompile(2 * FilesOfModel);

    [Fact]
    public void Two_models_of_one_name() => Generation.Of(
        $"{Attributes} public partial class M; namespace A {{ {Attributes} public partial class M; }}",
        $"namespace B {{ {Attributes} public partial class M; partial class Outer {{ {Attributes} public partial class M; }} partial class Outer<T> {{ {Attributes} public partial class M; }} }}")
        .ShouldCompile(5 * FilesOfModel);

    [Fact]
    public void A_model_in_a_model_whose_names_are_those_of_its_parts() => Generation.Of(
        $"{Attributes} public partial class M {{ {Attributes} public partial class Model; {Attributes} public partial class Kernels; {Attributes} public partial class Mixture; {Attributes} public partial class File; }}")
        .ShouldCompile(5 * FilesOfModel);

    [Fact]
    public void Two_models_whose_names_would_join_alike() => Generation.Of(
        $"namespace A_B {{ {Attributes} public partial class C; }} namespace A {{ {Attributes} public partial class B_C; namespace B {{ {Attributes} public partial class C; }} }} namespace a {{ {Attributes} public partial class b_c; }}")
        .ShouldCompile(4 * FilesOfModel);

    [Theory]
    [InlineData("\u2212", ",", "\u00a0")]
    [InlineData("\u061c-", "\u066b", "\u066c")]
    public void In_any_culture_the_text_is_the_same(string minus, string point, string group)
    {
        const string Source = "[MoE.MixtureOfExperts(1000, 3, TopK = 2), MoE.SoftmaxGating(Temperature = 1234.5e-7, LearnTemperature = true), MoE.FeedForwardExpert(1200, Count = 2, Dropout = 0.1, EndNorm = true), MoE.Training(LoadBalanceWeight = 1e-9)] public partial class M;";
        string[] expected = Texts(Generation.Of(Source).ShouldCompile(FilesOfModel));
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = minus;
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.NumberGroupSeparator = group;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Texts(Generation.Of(Source)).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_warning_would_be_found()
    {
        Compilation compilation = TestCompilation.Create("#nullable enable\npublic class C { public string S; }");
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        Generation.Of(compilation.ReplaceSyntaxTree(tree, TestCompilation.Tree(tree.ToString(), "Planted.g.cs"))).Complaints
            .ShouldContain(complaint => complaint.Contains("CS8618", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", global::MoE.Training", true)]
    public void Without_Training_there_is_no_code_for_it(string training, bool expected) =>
        Texts(Generation.Of($"{Attributes.Replace(", global::MoE.Training", training, StringComparison.Ordinal)} public partial class M;").ShouldCompile(FilesOfModel))
            .Any(text => text.Contains("Backward", StringComparison.Ordinal)).ShouldBe(expected);

    private static string[] Texts(Generation generation) => [.. generation.Result.GeneratedSources.Select(source => source.SourceText.ToString())];

    [Fact]
    public void Sixty_four_experts_take_no_more_text_than_two()
    {
        Text(64).ShouldBeLessThanOrEqualTo(Text(2) + 200, "numbers have more digits");

        static int Text(int count) => Generation.Of($"using MoE; [MixtureOfExperts(64, 64, TopK = 2)] [GatedExpert(32, Count = {count})] [SharedExpert(32)] [Training] public partial class Fine;")
            .ShouldCompile(1).Result.GeneratedSources.Sum(source => source.SourceText.ToString().Length);
    }
}
