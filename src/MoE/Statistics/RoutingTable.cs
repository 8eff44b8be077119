using System;
using System.Globalization;
using System.Text;

namespace MoE.Statistics;

/// <summary>Prints statistics.</summary>
internal static class RoutingTable
{
    public static string Print(RoutingStatistics statistics)
    {
        StringBuilder text = new();
        Append(text, $"{statistics.Rows} rows, {statistics.ExpertCounts.Count} experts");
        if (statistics.ClassCount > 0)
            Append(text, $", {statistics.ClassCount} classes");
        text.Append("\n\n");
        AppendExperts(text, statistics);
        text.Append('\n');
        AppendNumbers(text, statistics);
        return text.ToString();
    }

    private static void AppendExperts(StringBuilder text, RoutingStatistics statistics)
    {
        bool hasClasses = statistics.ClassCount > 0;
        text.Append("expert         count   share  of fair share").Append(hasClasses ? "   class  class entropy\n" : "\n");
        for (int expert = 0; expert < statistics.ExpertCounts.Count; expert++)
        {
            Append(text, $"{expert,6}  {statistics.ExpertCounts[expert],12}  {statistics.Utilization[expert],6:F4}  {statistics.FairShareRatio[expert],13:F3}");
            if (hasClasses)
                Append(text, $"  {Class(statistics.ExpertClass[expert]),6}  {statistics.ExpertClassEntropy[expert],13:F4}");
            text.Append('\n');
        }
    }

    private static void AppendNumbers(StringBuilder text, RoutingStatistics statistics)
    {
        AppendNumber(text, "active experts, share", statistics.ActiveFraction);
        AppendNumber(text, "effective experts", statistics.EffectiveExperts);
        AppendNumber(text, "load variance", statistics.LoadBalanceVariance);
        AppendNumber(text, "load CV squared", statistics.LoadCvSquared);
        AppendNumber(text, "largest load over mean - 1", statistics.MaxViolation);
        AppendNumber(text, "utilization entropy", statistics.UtilizationEntropy);
        AppendNumber(text, "  of the highest possible", statistics.NormalizedUtilizationEntropy);
        AppendNumber(text, "dropped, share", statistics.DroppedShare);
        AppendNumber(text, "router entropy", statistics.RouterEntropy);
        AppendNumber(text, "router margin", statistics.RouterMargin);
        AppendNumber(text, "class entropy", statistics.ClassEntropy);
        AppendNumber(text, "  given the expert", statistics.ConditionalClassEntropy);
        AppendNumber(text, "specialization index", statistics.SpecializationIndex);
        AppendNumber(text, "mutual information", statistics.MutualInformation);
        AppendNumber(text, "  of the highest possible", statistics.NormalizedMutualInformation);
    }

    private static void AppendNumber(StringBuilder text, string name, double value)
    {
        if (!double.IsNaN(value))
            Append(text, $"{name,-28}{value,12:F6}\n");
    }

    private static string Class(int label) => label < 0 ? "dead" : label.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}
