using System;
using System.ComponentModel;
using System.Globalization;

namespace MoE.Experts;

/// <summary>Checks spans of rows before anything is read or written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RowSpans
{
    /// <summary>The number of rows.</summary>
    /// <exception cref="ArgumentException">The inputs are not whole rows.</exception>
    public static int Count(ReadOnlySpan<float> inputs, int width)
    {
        if (inputs.Length == width)
            return 1;
        int rows = inputs.Length / width;
        if (rows * width != inputs.Length)
            throw Wrong("inputs", $"inputs must hold whole rows of {width} floats, but holds {inputs.Length}: {rows} rows and {inputs.Length - (rows * width)} floats more.");
        return rows;
    }

    /// <summary>Demands as many rows of outputs as of inputs, in memory of their own.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="ArgumentException">The spans have the wrong length, or they overlap.</exception>
    public static int Demand(
        ReadOnlySpan<float> inputs, int inputWidth, ReadOnlySpan<float> outputs, int outputWidth, string parameter = "outputs")
    {
        int rows = Count(inputs, inputWidth);
        Demand(outputs.Length, rows, outputWidth, parameter);
        if (inputs.Overlaps(outputs))
            throw Wrong(parameter, $"{parameter} must not overlap inputs: rows would be overwritten before they are read. Use another array.");
        return rows;
    }

    /// <summary>Demands one row.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static void DemandOne(ReadOnlySpan<float> input, int width)
    {
        if (input.Length != width)
            throw Wrong("input", $"input must hold one row of {width} floats, but holds {input.Length}.");
    }

    /// <summary>Demands that a span holds some values for each row.</summary>
    /// <exception cref="ArgumentException">It holds more or fewer.</exception>
    public static void Demand(int length, int rows, int width, string parameter)
    {
        long expected = (long)rows * width;
        if (length != expected)
            throw Wrong(parameter, $"{parameter} must hold {expected} values, {width} for each of the {rows} rows of inputs, but holds {length}.");
    }

    /// <summary>Demands whole sequences.</summary>
    /// <exception cref="ArgumentException">The length does not divide the rows.</exception>
    public static void DemandSequences(int rows, int length)
    {
        if (length < 1 || rows % length != 0)
            throw Wrong(nameof(length), $"length must divide the {rows} rows of inputs into whole sequences, but is {length}.");
    }

    /// <summary>Demands an expert's index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such expert.</exception>
    public static void DemandExpert(int expert, int experts)
    {
        if ((uint)expert >= (uint)experts)
            throw new ArgumentOutOfRangeException(nameof(expert), expert, string.Create(CultureInfo.InvariantCulture, $"expert must be from 0 to {experts - 1}: the model has {experts} experts."));
    }

    private static ArgumentException Wrong(string parameter, FormattableString message) =>
        new(message.ToString(CultureInfo.InvariantCulture), parameter);
}
