using System;
using System.IO;
using Shouldly;
using Xunit;

namespace MoE.Package.Tests;

/// <summary>What <c>dotnet new</c> makes of the templates, which are installed for these tests alone.</summary>
[Collection(PackageCollection.Name)]
public sealed class TemplateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PackageFixture _package;

    public TemplateTests(PackageFixture package)
    {
        _package = package;
        New("install", package.Pack("src/MoE.Templates", _folder["templates"])).ShouldSucceed();
    }

    [Theory]
    [InlineData("net9.0")]
    [InlineData("net10.0")]
    public void An_application_learns_and_takes_models(string framework)
    {
        New("moe-app", "-n", "Weather", "--framework", framework, "--no-restore").ShouldSucceed();
        // What is not restored has no namespace that a template could take.
        In("Weather", "restore", _package.AsSource).ShouldSucceed();
        In("Weather", "new", "moe", "-n", "Rain", "--inputs", "12", "--outputs", "3", "--top-k", "1", "--debug:custom-hive", _folder["hive"]).ShouldSucceed();
        In("Weather", "new", "moe", "-n", "Triage", "--inputs", "1024", "--classifier", "ErrorKind", "--experts", "8", "--debug:custom-hive", _folder["hive"]).ShouldSucceed();
        File.AppendAllText(Path.Combine(_folder["Weather"], "Program.cs"), "Console.WriteLine($\"{Rain.ExpertCount} {Rain.OutputSize} {Triage.ExpertCount} {Triage.TopK} {Triage.Create(1).Classify(new float[1024]) == ErrorKind.First}\");\n");

        In("Weather", "build", "-c", "Release", "--nologo", "-warnaserror", _package.AsSource).ShouldSucceed();

        string[] lines = In("Weather", "exec", "--roll-forward", "Major", $"bin/Release/{framework}/Weather.dll").ShouldSucceed().Lines;
        lines[0].ShouldStartWith("Completed after 30 epochs");
        lines[2].ShouldBe("The middle is Inside, a corner is Outside");
        lines[3].ShouldStartWith("4 3 8 2 ");
    }

    [Fact]
    public void A_model_outside_of_a_project_is_written_too()
    {
        New("moe", "-n", "Rain", "-o", "Alone").ShouldSucceed();
        File.ReadAllLines(Path.Combine(_folder["Alone"], "Rain.cs")).ShouldBe(
        [
            "using MoE;", "", "namespace Models;", "",
            "[MixtureOfExperts(inputs: 16, outputs: 1, TopK = 2)]", "[FeedForwardExpert(32, Count = 4)]", "[Training]", "public sealed partial class Rain;",
        ]);
    }

    public void Dispose() => _folder.Dispose();

    private DotNet New(params string[] arguments) => DotNet.Run(_folder.Path, _package.Environment, ["new", .. arguments, "--debug:custom-hive", _folder["hive"]]);

    private DotNet In(string folder, params string[] arguments) => DotNet.Run(_folder[folder], _package.Environment, arguments);
}
