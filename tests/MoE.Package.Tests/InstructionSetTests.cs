using System;
using Shouldly;
using Xunit;

namespace MoE.Package.Tests;

/// <summary>What the property MoEInstructionSet tells the Native AOT compiler; the compiler itself runs in .ci/run.</summary>
[Collection(PackageCollection.Name)]
public sealed class InstructionSetTests : IDisposable
{
    private const string Avx2 = "avx2,fma,bmi,bmi2,lzcnt,movbe,popcnt";
    private const string Avx512 = Avx2 + ",avx512f,avx512bw,avx512dq,avx512cd,avx512f_vl";

    private readonly Consumer _consumer;

    public InstructionSetTests(PackageFixture package)
    {
        _consumer = new Consumer(package, "System.Console.WriteLine(MoE.InstructionSet.Current);");
        _consumer.Restore().ExitCode.ShouldBe(0);
    }

    public void Dispose() => _consumer.Dispose();

    [Theory]
    [InlineData("net9.0", "linux-x64", "avx2", Avx2)]
    [InlineData("net9.0", "linux-x64", "avx512", Avx512)]
    [InlineData("net10.0", "win-x64", "avx2", "avx2")]
    [InlineData("net10.0", "linux-musl-x64", "avx512", "avx512")]
    [InlineData("net9.0", "linux-x64", "native", "native")]
    [InlineData("net9.0", "linux-x64", "portable", "")]
    [InlineData("net9.0", "linux-arm64", "avx2", "")]
    [InlineData("net9.0", "osx-arm64", "native", "")]
    public void A_value_becomes_the_compilers_names(string framework, string runtime, string value, string names) =>
        InstructionSets(framework, runtime, "-p:MoEInstructionSet=" + value).ShouldBe(names);

    [Fact]
    public void The_compilers_own_property_stays_as_the_project_set_it() =>
        InstructionSets("net9.0", "linux-x64", "-p:IlcInstructionSet=sse4.2").ShouldBe("sse4.2");

    [Fact]
    public void Without_a_value_an_x64_publish_is_warned()
    {
        SetInstructionSet("net9.0", "linux-x64").Output.ShouldContain("warning MOE0303");
        SetInstructionSet("net9.0", "linux-arm64").Output.ShouldNotContain("MOE0303");
    }

    [Theory]
    [InlineData("avx3")]
    [InlineData("avx2;avx512")]
    public void An_unknown_value_stops_every_build(string value)
    {
        DotNet build = _consumer.Build("-p:MoEInstructionSet=" + value.Replace(";", "%3B", StringComparison.Ordinal));

        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain($"error MOECFG0001: MoEInstructionSet is '{value}'");
    }

    [Fact]
    public void Two_properties_that_say_the_same_thing_stop_the_build() =>
        _consumer.Build("-p:MoEInstructionSet=avx2", "-p:IlcInstructionSet=avx2").Output.ShouldContain("error MOECFG0002");

    private string InstructionSets(string framework, string runtime, string option)
    {
        DotNet build = _consumer.MSBuild("-t:MoESetInstructionSet", $"-p:TargetFramework={framework}", $"-p:RuntimeIdentifier={runtime}", option, "-getProperty:IlcInstructionSet");
        build.ExitCode.ShouldBe(0, build.Output);
        return build.Output.Trim();
    }

    private DotNet SetInstructionSet(string framework, string runtime) =>
        _consumer.MSBuild("-t:MoESetInstructionSet", $"-p:TargetFramework={framework}", $"-p:RuntimeIdentifier={runtime}");
}
