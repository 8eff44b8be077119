using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>A model's router in a file: aprender's softmax gate, and the tensors that it has no place for.</summary>
internal static class AprGate
{
    private const string Weight = "gate.weight", Bias = "gate.bias", Temperature = "temperature";

    public static AprGating Write(AprSource source)
    {
        AprSettings settings = source.Settings;
        float[] transposed = settings.IsSoftmax ? Turn(source.Find(Weight)!, settings.Experts) : new float[settings.Inputs * settings.Experts];
        return new AprGating(settings.Inputs, settings.Experts, source.Find(Temperature)?[0] ?? settings.Temperature, transposed);
    }

    /// <summary>All but the experts and what aprender's gate holds.</summary>
    public static List<AprTensor> Rest(AprSource source) =>
        [.. Own(source.Parameters.Layout)
            .Where(tensor => !source.Settings.IsSoftmax || !IsOfAprender(tensor.Name, source))
            .Select(tensor => new AprTensor(tensor.Name, [.. tensor.Shape], source.Find(tensor.Name)!))];

    /// <exception cref="ModelFormatException">It is not the model's.</exception>
    public static void Read(AprMixture mixture, AprTarget target)
    {
        AprSettings settings = target.Settings;
        AprGating gate = mixture.Gating;
        if (gate.Features != settings.Inputs)
            throw new ModelFormatException($"The file's gate has {gate.Features} features; the model has {settings.Inputs} inputs.");
        HashSet<string> expected = [.. Own(target.Parameters.Layout).Select(tensor => tensor.Name)];
        if (settings.IsSoftmax)
            ReadSoftmax(mixture, target, expected);
        foreach (AprTensor tensor in mixture.GateTensors)
        {
            target.Set(tensor.Name, tensor.Values);
            expected.Remove(tensor.Name);
        }
        // aprender's gate has no bias: one of zeros says the same.
        expected.Remove(Bias);
        if (expected.Count > 0)
            throw new ModelFormatException($"The file lacks tensor '{expected.Min()}': it is for a gate like aprender's, a softmax without a bias.");
    }

    private static void ReadSoftmax(AprMixture mixture, AprTarget target, HashSet<string> expected)
    {
        AprSettings settings = target.Settings;
        float temperature = mixture.Gating.Temperature;
        if (!(temperature > 0) || !float.IsFinite(temperature))
            throw new ModelFormatException(string.Create(CultureInfo.InvariantCulture, $"The file's gate has the temperature {temperature}; a number above 0 was expected."));
        if (mixture.Config.TopK < 1 || Math.Min(mixture.Config.TopK, (ulong)settings.Experts) != (ulong)settings.TopK)
            throw new ModelFormatException($"The file's top_k is {mixture.Config.TopK}; the model's TopK is {settings.TopK}. Declare as many.");
        target.Set(Weight, Turn(mixture.Gating.Weights, settings.Inputs));
        expected.Remove(Weight);
        if (expected.Remove(Temperature))
            target.Set(Temperature, [temperature]);
        else if (temperature != settings.Temperature)
            throw new ModelFormatException(string.Create(CultureInfo.InvariantCulture, $"The file's gate has the temperature {temperature}; the model's is {settings.Temperature}. Declare the same, or LearnTemperature."));
    }

    private static bool IsOfAprender(string name, AprSource source) =>
        name is Weight or Temperature || (name == Bias && source.Find(name)!.All(value => value == 0));

    private static IEnumerable<TensorLayout> Own(ModelLayout layout) => layout.Tensors.Where(tensor => !tensor.Name.StartsWith("experts.", StringComparison.Ordinal));

    // [rows, columns] to [columns, rows].
    private static float[] Turn(float[] values, int rows)
    {
        int columns = values.Length / rows;
        float[] turned = new float[values.Length];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                turned[(column * rows) + row] = values[(row * columns) + column];
        }
        return turned;
    }
}
