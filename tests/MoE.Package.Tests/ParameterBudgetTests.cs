using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace MoE.Package.Tests;

/// <summary>The property MoEParameterBudget reaches the analyzers, and a value that is no number stops the build.</summary>
[Collection(PackageCollection.Name)]
public sealed class ParameterBudgetTests : IDisposable
{
    private readonly Consumer _consumer;

    public ParameterBudgetTests(PackageFixture package)
    {
        _consumer = new Consumer(package, "System.Console.WriteLine(Line.ParameterCount); [MoE.MixtureOfExperts(4, 2), MoE.FeedForwardExpert(8, Count = 2)] public partial class Line { }");
        _consumer.Restore().ShouldSucceed();
    }

    public void Dispose() => _consumer.Dispose();

    [Theory]
    [InlineData("125", "MOE0302", "'Line' has 126 parameters, but the project's MoEParameterBudget is 125: declare fewer or narrower experts")]
    [InlineData("1e6", "MOECFG0004", "MoEParameterBudget is '1e6'; it must be a number of parameters, in digits.")]
    public void What_does_not_fit_stops_the_build(string budget, string code, string text)
    {
        DotNet build = _consumer.Build("-p:MoEParameterBudget=" + budget);
        build.ExitCode.ShouldNotBe(0);
        Complaint complaint = Complaint.In(build.Output).Single();
        complaint.Code.ShouldBe(code);
        complaint.Text.ShouldStartWith(text);
    }

    [Fact]
    public void What_fits_builds() => _consumer.Build("-p:MoEParameterBudget=126").ShouldSucceed();
}
