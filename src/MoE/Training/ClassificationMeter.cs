using System;

namespace MoE.Training;

/// <summary>Accuracy and macro-F1.</summary>
internal sealed class ClassificationMeter(int classes) : IOutputMeter
{
    private readonly long[] _labelled = new long[classes];
    private readonly long[] _predicted = new long[classes];
    private readonly long[] _right = new long[classes];
    private long _rows;

    public double Accuracy => (double)Sum(_right) / _rows;

    /// <summary>As scikit-learn's <c>f1_score(average="macro")</c>: classes that occur neither in labels nor in predictions do not count.</summary>
    public double MacroF1
    {
        get
        {
            double sum = 0;
            int present = 0;
            for (int c = 0; c < classes; c++)
            {
                long occurrences = _labelled[c] + _predicted[c];
                if (occurrences == 0) continue;

                sum += 2.0 * _right[c] / occurrences;
                present++;
            }

            return sum / present;
        }
    }

    public void Add(in TrainingSet set, ReadOnlySpan<int> rows, ReadOnlySpan<float> outputs)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            int label = set.Labels[rows[i]];
            int predicted = Highest(outputs.Slice(i * classes, classes));
            _labelled[label]++;
            _predicted[predicted]++;
            if (label == predicted) _right[label]++;
        }

        _rows += rows.Length;
    }

    /// <summary>Ties go to the lower class; a row of NaN is class 0.</summary>
    private static int Highest(ReadOnlySpan<float> row)
    {
        int highest = 0;
        for (int c = 1; c < row.Length; c++)
        {
            if (row[c] > row[highest]) highest = c;
        }

        return highest;
    }

    private static long Sum(long[] counts)
    {
        long sum = 0;
        foreach (long count in counts) sum += count;
        return sum;
    }
}
