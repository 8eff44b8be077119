using System;
using System.Linq;
using Sentiment.Models;

namespace Sentiment;

/// <summary>How many comments of each class go to each expert; one that two experts share counts for both.</summary>
public sealed class ExpertClasses
{
    private readonly int[][] _counts;

    private ExpertClasses(int[][] counts) => _counts = counts;

    /// <summary>Routes rows and counts.</summary>
    public static ExpertClasses Of<TModel>(TModel model, CommentTable table)
        where TModel : ISentimentModel<TModel>
    {
        int[] experts = new int[table.Labels.Length * TModel.TopK];
        model.Route(table.Rows, experts, new float[experts.Length]);
        int[][] counts = [.. Enumerable.Range(0, TModel.ExpertCount).Select(_ => new int[TModel.OutputSize])];
        for (int i = 0; i < experts.Length; i++) counts[experts[i]][(int)table.Labels[i / TModel.TopK]]++;
        return new ExpertClasses(counts);
    }

    /// <summary>The share of a class among the comments of an expert, 0 to 1; 0 for a dead expert.</summary>
    public double Share(int expert, Polarity polarity) => (double)_counts[expert][(int)polarity] / Math.Max(1, _counts[expert].Sum());
}
