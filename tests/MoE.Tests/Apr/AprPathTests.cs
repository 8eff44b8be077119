using System;
using System.IO;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public sealed class AprPathTests : IDisposable
{
    private static readonly AprExpertKind[] Kinds = [AprLinearRegression.Kind, AprLinearRegression.Kind];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("moe-apr-");

    private string Target => Path.Combine(_folder.FullName, "model.apr");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Both_forms_are_saved_and_loaded()
    {
        AprFile.Save(Target, AprSamples.Linear, AprSamples.CreatedAt, "0.65.2");
        File.ReadAllBytes(Target).ShouldBe(WorkedExamples.Linear);
        AprDescription.Of(AprFile.Load(Target, Kinds)).ShouldBe(AprDescription.Of(AprSamples.Linear));
        AprFile.SaveBincode(Target, AprSamples.Linear);
        File.ReadAllBytes(Target).ShouldBe(WorkedExamples.LinearBincode);
        AprDescription.Of(AprFile.Load(Target, Kinds)).ShouldBe(AprDescription.Of(AprSamples.Linear));
    }

    [Fact]
    public void A_mixture_that_cannot_be_written_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(Target, "old");
        Should.Throw<ArgumentException>(() => AprFile.Save(Target, AprSamples.Linear with { Experts = [] }, AprSamples.CreatedAt, "0.65.2"));
        File.ReadAllText(Target).ShouldBe("old");
        _folder.GetFiles().Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("APR1")]
    [InlineData("hello, I am no model at all")]
    public void An_error_names_the_file(string text)
    {
        File.WriteAllText(Target, text);
        Should.Throw<ModelFormatException>(() => AprFile.Load(Target, Kinds)).Message.ShouldStartWith($"'{Target}': ");
    }

    [Fact]
    public void A_file_that_is_not_there() => Should.Throw<FileNotFoundException>(() => AprFile.Load(Target, Kinds));
}
