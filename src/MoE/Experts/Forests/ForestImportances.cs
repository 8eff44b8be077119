namespace MoE.Experts.Forests;

/// <summary>Mean decrease in impurity (Breiman et al., "Classification and Regression Trees", 1984, section 5.3.4).</summary>
internal static class ForestImportances
{
    public static double[] Of(Forest forest)
    {
        ForestNodes nodes = forest.Nodes;
        double[] total = new double[forest.Shape.Inputs];
        for (int tree = 0; tree < nodes.Roots.Length; tree++)
        {
            int end = tree + 1 < nodes.Roots.Length ? nodes.Roots[tree + 1] : nodes.Features.Length;
            Add(nodes, nodes.Roots[tree], end, total);
        }
        Normalize(total);
        return total;
    }

    private static void Add(ForestNodes nodes, int root, int end, double[] total)
    {
        double[] own = new double[total.Length];
        for (int node = root; node < end; node++)
        {
            if (nodes.Features[node] < 0)
                continue;
            int left = nodes.Children[node];
            own[nodes.Features[node]] += Weighted(nodes, node) - Weighted(nodes, left) - Weighted(nodes, left + 1);
        }
        Normalize(own);
        for (int feature = 0; feature < total.Length; feature++)
            total[feature] += own[feature];
    }

    private static double Weighted(ForestNodes nodes, int node) => (double)nodes.Samples[node] * nodes.Impurities[node];

    private static void Normalize(double[] values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        for (int index = 0; sum > 0 && index < values.Length; index++)
            values[index] /= sum;
    }
}
