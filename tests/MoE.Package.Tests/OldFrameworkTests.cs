using System.Linq;
using Shouldly;
using Xunit;

namespace MoE.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class OldFrameworkTests(PackageFixture package)
{
    [Fact]
    public void A_framework_that_is_too_old_is_one_error_that_says_what_to_do()
    {
        using var consumer = new Consumer(
            package,
            "[MoE.MixtureOfExperts(2, 1), MoE.FeedForwardExpert(Count = 2)] public partial class Line { }",
            "<TargetFrameworks>net8.0;netstandard2.0;net9.0</TargetFrameworks><OutputType>Library</OutputType>");
        consumer.Restore(fromElsewhereToo: true).ShouldSucceed();

        DotNet build = consumer.Build();

        build.ExitCode.ShouldNotBe(0);
        Complaint.In(build.Output).OrderBy(complaint => complaint.Framework).ShouldBe(
        [
            new("MOECFG0003", Text("net8.0"), "Consumer", "net8.0"),
            new("MOECFG0003", Text("netstandard2.0"), "Consumer", "netstandard2.0"),
        ]);

        static string Text(string framework) =>
            $"The target framework is '{framework}'; MoE.Gen needs net9.0 or later. Target net9.0 or net10.0, or, in a project that targets older frameworks too, give the package reference a Condition that holds for the newer ones only.";
    }
}
