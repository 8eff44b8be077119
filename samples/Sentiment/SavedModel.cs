using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using MoE;
using Sentiment.Embedding;
using Sentiment.Models;
using Spectre.Console;

namespace Sentiment;

/// <summary>What was learned, as two files beside the program: the embedding and the mixture that reads its rows.</summary>
/// <param name="Embedding">Makes rows of comments.</param>
/// <param name="Mixture">Takes the rows.</param>
public sealed record SavedModel(CommentEmbedding Embedding, BalancedSentiment Mixture)
{
    private static string EmbeddingPath => Path.Combine(AppContext.BaseDirectory, "embedding.bin");

    private static string MixturePath => Path.Combine(AppContext.BaseDirectory, "sentiment.safetensors");

    /// <summary>Loads both; null, with the reason printed, if a file is missing or not good.</summary>
    public static SavedModel? TryLoad()
    {
        if (!File.Exists(EmbeddingPath) || !File.Exists(MixturePath)) return null;
        try
        {
            return new SavedModel(EmbeddingFile.Load(EmbeddingPath), BalancedSentiment.Load(MixturePath));
        }
        catch (Exception damage) when (damage is InvalidDataException or ModelFormatException)
        {
            AnsiConsole.WriteLine($"Training again: {damage.Message}");
            return null;
        }
    }

    /// <summary>Saves both, loads them again and compares what they make of rows bit by bit.</summary>
    /// <param name="rows">[comments x <see cref="CommentEmbedding.Size"/>].</param>
    /// <exception cref="InvalidOperationException">A bit differs.</exception>
    public void SaveAndCheck(float[] rows)
    {
        EmbeddingFile.Save(Embedding, EmbeddingPath);
        Mixture.Save(MixturePath);
        bool sameTables = EmbeddingFile.Load(EmbeddingPath).Tables.Zip(Embedding.Tables).All(pair => SameBits(pair.First.Values, pair.Second.Values));
        if (!sameTables || !SameBits(Mixture.Predict(rows), BalancedSentiment.Load(MixturePath).Predict(rows)))
            throw new InvalidOperationException("The loaded model is not the saved one, bit by bit.");

        AnsiConsole.WriteLine($"Saved {Path.GetFileName(EmbeddingPath)} and {Path.GetFileName(MixturePath)}; loaded again, they give the same bits.");
    }

    private static bool SameBits(float[] left, float[] right) =>
        MemoryMarshal.AsBytes(left.AsSpan()).SequenceEqual(MemoryMarshal.AsBytes(right.AsSpan()));
}
