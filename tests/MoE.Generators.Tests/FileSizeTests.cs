using System;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>The size that the remarks of a model tell is the size of what Save writes.</summary>
public class FileSizeTests
{
    [Theory]
    [InlineData("[MixtureOfExperts(5, 3, TopK = 2), FeedForwardExpert(4), GatedExpert(3, Count = 2, Bias = true)]")]
    [InlineData("[MixtureOfExperts(5), FeedForwardExpert(4, Count = 2, EndNorm = true), Classifier<Größe>, Training]")]
    [InlineData("[MixtureOfExperts(64, 64, TopK = 2), GatedExpert(32, Count = 64), SharedExpert(20, Gated = true)]")]
    [InlineData("[MixtureOfExperts(17, 5), SlotGating(3), FeedForwardExpert(9, Count = 2)]")]
    [InlineData("[MixtureOfExperts(17, 5, TopK = 2), SigmoidGating, FeedForwardExpert(9, Count = 12)]")]
    [InlineData("[MixtureOfExperts(7, 2, TopK = 2), SoftmaxGating(LearnTemperature = true, Noise = GateNoise.Softplus), FeedForwardExpert(Count = 3), Training]")]
    [InlineData("[MixtureOfExperts(4, 4), Expert<Inner>(Count = 3), FeedForwardExpert(5)]")]
    [InlineData("[MixtureOfExperts(4, 4), Gating<Router>, Expert<Own>(Count = 2), FeedForwardExpert(5)]")]
    public void A_file_is_as_long_as_told(string attributes) => Saved(attributes).ShouldBe(Told(attributes));

    [Fact]
    public void Forests_come_on_top()
    {
        const string Attributes = "[MixtureOfExperts(4, 4), RandomForestExpert(3), FeedForwardExpert(5)]";
        Saved(Attributes).ShouldBeGreaterThan(Told(Attributes));
        Remarks(Attributes).ShouldContain(" bytes in a file, and what experts know beside parameters");
    }

    private static long Told(string attributes) => long.Parse(
        Regex.Match(Remarks(attributes), "([0-9,]+) bytes in a file").Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    private static string Remarks(string attributes) => Generate(attributes).Documentation("Model").Element("remarks").ShouldNotBeNull().Value;

    private static long Saved(string attributes)
    {
        Type model = Generate(attributes).Load().GetType("Model").ShouldNotBeNull();
        object instance = model.GetMethod("Create").ShouldNotBeNull().Invoke(null, [1UL]).ShouldNotBeNull();
        using MemoryStream file = new();
        model.GetMethod("Save", BindingFlags.Public | BindingFlags.Instance, [typeof(Stream)]).ShouldNotBeNull().Invoke(instance, [file]);
        return file.Length;
    }

    private static Generation Generate(string attributes) => Generation.Of($$"""
        using MoE;
        public enum Größe { Klein, Groß }
        [MixtureOfExperts(4, 4), FeedForwardExpert(3, Count = 2)] public partial class Inner;
        public class Own : IExpert
        {
            public const int InputSize = 4, OutputSize = 4, ParameterCount = 7;
            public void Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> output) => output.Clear();
        }
        public class Router : IGatingNetwork
        {
            public const int ParameterCount = 5;
            public void Forward(System.ReadOnlySpan<float> input, System.ReadOnlySpan<float> parameters, System.Span<float> logits) => logits.Clear();
        }
        {{attributes}} public partial class Model;
        """);
}
