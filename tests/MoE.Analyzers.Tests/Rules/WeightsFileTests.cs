using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace MoE.Analyzers.Tests;

public sealed class WeightsFileTests
{
    private const string Source = """
        namespace Shop;
        public partial class Outer { [MixtureOfExperts(4, 2), FeedForwardExpert(8, Count = 2)] public partial class Triage; }
        """;

    private static readonly string[] Right =
    [
        Tensor("gate.weight", 2, 4), Tensor("gate.bias", 2),
        .. Enumerable.Range(0, 2).SelectMany(expert => new[]
        {
            Tensor($"experts.{expert}.0.weight", 8, 4), Tensor($"experts.{expert}.0.bias", 8), Tensor($"experts.{expert}.2.weight", 2, 8), Tensor($"experts.{expert}.2.bias", 2),
        }),
    ];

    [Fact]
    public async Task AFileThatFitsIsRight() => (await Found(Right)).ShouldBeEmpty();

    [Fact]
    public async Task OtherProgramsNamesAreUnderstood() =>
        (await Found([.. Right.Select(tensor => tensor.Replace("gate.", "router.", StringComparison.Ordinal).Replace(".2.", ".3.", StringComparison.Ordinal)), "\"__metadata__\":{\"0\":\"x\"}"])).ShouldBeEmpty();

    [Theory]
    [InlineData("I8", 4, 8)]
    [InlineData("U8", 2, 4)]
    public async Task CodesWithTheirScalesAreWeights(string dtype, int first, int second)
    {
        string[] codes = [.. Right.SelectMany(tensor => !tensor.Contains("experts", StringComparison.Ordinal) || !tensor.Contains("weight", StringComparison.Ordinal) ? [tensor] : Codes(tensor[1..tensor.IndexOf('"', 1)]))];
        (await Found(codes)).ShouldBeEmpty();
        await Finds([.. codes.Where(tensor => !tensor.Contains("0.0.weight_scale", StringComparison.Ordinal))], dtype == "I8"
            ? "tensor 'experts.0.0.weight' has the dtype 'I8', which cannot be read: F32, F16, BF16 can"
            : "tensor 'experts.0.0.weight' has the shape [8, 2], the model's has [8, 4]");

        string[] Codes(string name)
        {
            int outputs = name.Contains(".0.weight", StringComparison.Ordinal) ? 8 : 2;
            string scale = Tensor(name + "_scale", outputs, 1).Replace("F32", "BF16", StringComparison.Ordinal);
            string weight = Tensor(name, outputs, outputs == 8 ? first : second).Replace("F32", dtype, StringComparison.Ordinal);
            return dtype == "I8" ? [weight, scale] : [weight, scale, Tensor(name + "_zero_point", outputs, 1).Replace("F32", "U8", StringComparison.Ordinal)];
        }
    }

    [Fact]
    public Task AnotherShapeIsNamedWithBoth() =>
        Finds([.. Right[..^2], Tensor("experts.1.2.weight", 2, 16), Right[^1]], "tensor 'experts.1.2.weight' has the shape [2, 16], the model's has [2, 8]");

    [Fact]
    public Task AMissingTensorIsNamed() => Finds(Right[..^1], "it lacks the tensor 'experts.1.2.bias' of the shape [2]");

    [Fact]
    public Task ASurplusTensorIsNamed() => Finds([.. Right, Tensor("0.odd name", 3)], "the model has no tensor '0.odd name'");

    [Fact]
    public Task AnotherDtypeIsNamed() => Finds([.. Right[1..], Tensor("gate.weight", 2, 4).Replace("F32", "I8", StringComparison.Ordinal)], "tensor 'gate.weight' has the dtype 'I8', which cannot be read: F32, F16, BF16 can");

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("{\"gate.weight\":{\"dtype\":\"F32\",\"shape\":[-1]}}")]
    [InlineData("{\"gate.weight\":{\"dtype\":\"F32\",\"shape\":[99999999999999999999]}}")]
    [InlineData("{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":{\"g\":{\"h\":{\"i\":1}}}}}}}}}")]
    public async Task WhatIsNoHeaderIsSaidToBe(string header)
    {
        using WeightsFile file = WeightsFile.Of(header);
        (await file.DiagnoseAsync(Source, "Shop.Outer.Triage")).Where(NotAdvice).ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture).ShouldContain("does not fit 'Triage'");
    }

    [Fact]
    public async Task EveryTruncationAndFlippedByteEndsInADiagnosticOrNone()
    {
        byte[] whole = [.. BitConverter.GetBytes((long)Json(Right).Length), .. Encoding.UTF8.GetBytes(Json(Right))];
        for (int place = 0; place < whole.Length; place += 7)
        {
            byte[] flipped = [.. whole];
            flipped[place] ^= 0x80;
            foreach (byte[] bytes in new[] { whole[..place], flipped })
            {
                using WeightsFile file = new(bytes);
                (await file.DiagnoseAsync(Source, "Shop.Outer.Triage")).Where(NotAdvice).ShouldAllBe(diagnostic => diagnostic.Id == "MOE0404");
            }
        }
    }

    [Fact]
    public async Task AModelThatIsNotThereIsNamedAtTheFile()
    {
        using WeightsFile file = WeightsFile.Of(Json(Right));
        Diagnostic found = (await file.DiagnoseAsync(Source, "Shop.Triage")).Where(NotAdvice).ShouldHaveSingleItem();
        found.Location.IsInSource.ShouldBeFalse();
        found.GetMessage(CultureInfo.InvariantCulture).ShouldBe($"'{file.Name}' does not fit 'Shop.Triage': the project declares no such model; MoEModel must be its name with its namespace");
    }

    [Fact]
    public async Task AFileThatIsGoneIsSaidToBe()
    {
        WeightsFile file = WeightsFile.Of(Json(Right));
        file.Dispose();
        (await file.DiagnoseAsync(Source, "Shop.Outer.Triage")).Where(NotAdvice).ShouldHaveSingleItem().GetMessage(CultureInfo.InvariantCulture).ShouldContain("it cannot be read");
    }

    private static async Task Finds(IEnumerable<string> tensors, string fault)
    {
        (string text, string message) = (await Found(tensors)).ShouldHaveSingleItem();
        text.ShouldBe("Triage");
        message.ShouldEndWith($"does not fit 'Triage': {fault}");
    }

    private static async Task<(string Text, string Message)[]> Found(IEnumerable<string> tensors)
    {
        using WeightsFile file = WeightsFile.Of(Json(tensors));
        return
        [
            .. (await file.DiagnoseAsync(Source, "Shop.Outer.Triage")).Where(NotAdvice)
                .Select(found => (Source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length), found.GetMessage(CultureInfo.InvariantCulture))),
        ];
    }

    private static bool NotAdvice(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;

    private static string Json(IEnumerable<string> tensors) => $"{{{string.Join(",", tensors)}}}";

    private static string Tensor(string name, params int[] shape) => $"\"{name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(",", shape)}],\"data_offsets\":[0,0]}}";
}
