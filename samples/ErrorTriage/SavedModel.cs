using System;
using System.IO;
using System.Runtime.InteropServices;
using ErrorTriage.Features;
using ErrorTriage.Models;
using MoE;
using Spectre.Console;

namespace ErrorTriage;

/// <summary>The trained mixtures, one file for each feature set, beside the program.</summary>
public static class SavedModel
{
    /// <summary>Loads the mixture of a feature set; null, with the reason printed, if there is none or its file is not good.</summary>
    public static TriageMixture? TryLoad(FeatureSet features)
    {
        string path = PathOf(features);
        if (!File.Exists(path)) return null;
        try
        {
            return TriageMixture.Load(path);
        }
        catch (ModelFormatException damage)
        {
            AnsiConsole.WriteLine($"Training again: {damage.Message}");
            return null;
        }
    }

    /// <summary>Saves a mixture, loads it again and compares the predictions bit by bit.</summary>
    /// <exception cref="InvalidOperationException">A bit differs.</exception>
    public static void SaveAndCheck(TriageMixture model, FeatureSet features, float[] rows)
    {
        string path = PathOf(features);
        model.Save(path);
        ReadOnlySpan<int> before = MemoryMarshal.Cast<float, int>(model.Predict(rows).AsSpan());
        ReadOnlySpan<int> after = MemoryMarshal.Cast<float, int>(TriageMixture.Load(path).Predict(rows).AsSpan());
        if (!before.SequenceEqual(after)) throw new InvalidOperationException($"{path}: the loaded model predicts other bits than the saved one.");

        AnsiConsole.WriteLine($"Saved {Path.GetFileName(path)}; loaded again, it predicts the same bits.");
    }

    private static string PathOf(FeatureSet features) => Path.Combine(AppContext.BaseDirectory, $"{features}.safetensors".ToLowerInvariant());
}
