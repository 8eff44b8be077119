using System;

namespace Sentiment.Embedding;

/// <summary>Learns a table by softmax regression, a comment a step, with Adagrad (Duchi, Hazan and Singer, 2011): rare grams take large steps.</summary>
public sealed class TableTrainer
{
    private const float Epsilon = 1e-3f;

    private readonly float[] _squares = new float[ScoreTable.Buckets * ScoreTable.Width];

    /// <summary>What is learned; zeros at first.</summary>
    public ScoreTable Table { get; } = new(new float[ScoreTable.Buckets * ScoreTable.Width]);

    /// <summary>One step.</summary>
    /// <param name="grams">The comment's buckets.</param>
    /// <param name="label">Its class.</param>
    /// <param name="rate">The step size.</param>
    public void Learn(ReadOnlySpan<int> grams, Polarity label, float rate)
    {
        Span<float> gradient = stackalloc float[ScoreTable.Width];
        Table.Score(grams, gradient);
        Softmax(gradient);
        gradient[(int)label] -= 1;
        float scale = ScoreTable.Scale(grams.Length);
        foreach (int gram in grams)
        {
            for (int column = 0; column < ScoreTable.Width; column++)
            {
                int index = gram * ScoreTable.Width + column;
                float slope = gradient[column] * scale;
                _squares[index] += slope * slope;
                Table.Values[index] -= rate * slope / (MathF.Sqrt(_squares[index]) + Epsilon);
            }
        }
    }

    private static void Softmax(Span<float> scores)
    {
        float highest = MathF.Max(scores[0], MathF.Max(scores[1], scores[2]));
        float sum = 0;
        foreach (ref float score in scores) sum += score = MathF.Exp(score - highest);
        foreach (ref float score in scores) score /= sum;
    }
}
