using System.Linq;
using Spectre.Console;

namespace Sentiment.Display;

/// <summary>Charts of collapse and its cure.</summary>
public static class BalanceCharts
{
    /// <summary>Characters of a full bar: an expert has half of all choices at most, where two are chosen.</summary>
    private const int BarLength = 40;

    /// <summary>Prints each expert's share of all choices.</summary>
    public static void ShowUtilization(ModelReport without, ModelReport with)
    {
        AnsiConsole.WriteLine("an expert's share of all choices on the test part (utilization); 25 % is even");
        Table table = Columns("expert", without, with);
        for (int expert = 0; expert < with.Routing.Utilization.Count; expert++)
        {
            table.AddRow(
                Terminal.Text($"{expert}"),
                Terminal.Bar(without.Routing.Utilization[expert], BarLength),
                Terminal.Bar(with.Routing.Utilization[expert], BarLength));
        }

        AnsiConsole.Write(table);
    }

    /// <summary>Prints how the number of effective experts goes down or up while training.</summary>
    public static void ShowEpochs(ModelReport without, ModelReport with)
    {
        AnsiConsole.WriteLine("effective experts after each epoch; both begin with two favourites");
        Table table = Columns("epoch", without, with);
        foreach ((int epoch, (double left, double right)) in without.EffectiveExperts.Zip(with.EffectiveExperts).Index())
            table.AddRow(Terminal.Text($"{epoch}"), Experts(left), Experts(right));
        AnsiConsole.Write(table);
    }

    private static Table Columns(string first, ModelReport without, ModelReport with) => new Table()
        .AddColumn(first)
        .AddColumn(new TableColumn(without.Model).NoWrap().Width(30))
        .AddColumn(new TableColumn(with.Model).NoWrap().Width(30));

    private static string Experts(double effective) => Terminal.Text($"{effective:0.00} {new string('█', (int)(5 * effective))}");
}
