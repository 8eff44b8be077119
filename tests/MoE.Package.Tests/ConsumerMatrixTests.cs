using System.Linq;
using Shouldly;
using Xunit;

namespace MoE.Package.Tests;

/// <summary>Whatever a project's settings are, it builds without a warning and learns the same bits.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerMatrixTests(PackageFixture package, ConsumerMatrix matrix) : IClassFixture<ConsumerMatrix>
{
    public static TheoryData<string> Projects => [.. MatrixProjects.All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nothing_is_said_of(string project) => matrix.Complaints(project).ShouldBeEmpty();

    [Theory]
    [InlineData("Strict", ".NETCoreApp,Version=v10.0 checked \u22121,5", 1)]
    [InlineData("Old", ".NETCoreApp,Version=v9.0 unchecked \u22121,5", 1)]
    [InlineData("Highest", ".NETCoreApp,Version=v10.0 unchecked \u22121,5", 3)]
    public void The_same_bits_come_from(string project, string settings, int times)
    {
        matrix.Build.ShouldSucceed();

        string[] lines = matrix.Run(project);

        lines[0].ShouldBe(settings);
        lines[1..].ShouldBe(Enumerable.Repeat(matrix.Run("Strict")[1], times));
    }

    [Fact]
    public void The_oldest_compiler_emits_the_same_text_and_gives_the_same_bits()
    {
        using var oldest = new OldestCompiler(package, LearningSource.In("Strict"));

        OldestCompiler.Version.ShouldBe(new(4, 8, 0, 0));
        oldest.Complaints.ShouldBeEmpty();
        oldest.Emitted.OrderBy(file => file.Key).ShouldBe(matrix.Emitted("Strict").OrderBy(file => file.Key));
        oldest.Call("Strict.Learning", "Bits").ShouldBe(matrix.Run("Strict")[1]);
    }

    [Fact]
    public void A_warning_would_be_seen()
    {
        using var oldest = new OldestCompiler(package, LearningSource.In("Strict").Replace("CapacityFactor = 1.25", "CapacityFactor = 0.5", System.StringComparison.Ordinal));
        oldest.Complaints.ShouldHaveSingleItem();
        Complaint.In("/a/Highest/Learning.cs(1,2): warning CS0168: Never used [/a/Highest/Highest.csproj]\n  /a/Highest/Learning.cs(1,2): warning CS0168: Never used [/a/Highest/Highest.csproj]")
            .ShouldBe([new("CS0168", "Never used", "Highest", "")]);
    }
}
