using System.Globalization;
using System.Linq;
using Shouldly;
using Xunit;

namespace MoE.Tests.Statistics;

/// <summary>The printed table.</summary>
public class PrintingTests
{
    private const string Example =
        """
        30 rows, 4 experts, 3 classes

        expert         count   share  of fair share   class  class entropy
             0            10  0.3333          1.333       0         0.6390
             1            10  0.3333          1.333       1         0.6390
             2            10  0.3333          1.333       2         0.0000
             3             0  0.0000          0.000    dead         0.0000

        active experts, share           0.750000
        effective experts               3.000000
        load variance                   0.020833
        load CV squared                 0.333333
        largest load over mean - 1      0.333333
        utilization entropy             1.098612
          of the highest possible       0.792481
        dropped, share                  0.000000
        class entropy                   1.088900
          given the expert              0.426021
        specialization index            0.612219
        mutual information              0.662879
          of the highest possible       0.608760

        """;

    [Fact]
    public void The_example() => new MetricsCase("24_metrics_example").Statistics.ToString().ShouldBe(Example.ReplaceLineEndings("\n"));

    [Fact]
    public void In_another_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            The_example();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Without_classes()
    {
        string text = RoutingStatistics.Of([0, 1, 1], [1f, 1f, 1f], [1f, 0f, 0f, 1f, 0.5f, 0.5f], 1, 2, [], 0).ToString();
        text.ShouldNotContain("class");
        text.ShouldNotContain("NaN");
        text.ShouldContain("router margin                   0.666667\n");
        text.Split('\n').ShouldAllBe(line => line == line.TrimEnd());
    }

    [Fact]
    public void Columns_are_aligned_for_large_counts()
    {
        RoutingStatistics sum = RoutingStatistics.Of([0, 0, 1], 1, 2);
        for (int i = 0; i < 30; i++)
            sum = sum.Merge(sum);
        string[] lines = sum.ToString().Split('\n');
        lines[2].Length.ShouldBe(lines[3].Length);
        lines.Skip(2).Take(3).Select(line => line.Length).Distinct().ShouldHaveSingleItem();
        sum.Rows.ShouldBe(3L << 30);
    }
}
