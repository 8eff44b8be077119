using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace Melee;

/// <summary>Reads the data: tab-separated, one header line, no quoting and no escaping, so that a split at the tabs is the right parser.</summary>
public static class GameStates
{
    private const string Header =
        "next_button\tregime\tgame\tframe\tstage\tself_char\topp_char\tself_group\topp_group\tself_action\topp_action\t"
        + "self_action_frame\topp_action_frame\tself_x\tself_y\topp_dx\topp_dy\tself_vx\tself_vy\topp_vx\topp_vy\tfacing_opposite\t"
        + "self_percent\topp_percent\tself_shield\topp_shield\tself_stocks\topp_stocks\tself_edge_dist\topp_edge_dist\t"
        + "stick_x\tstick_y\ttrigger_held\tbutton_held";

    private const int FirstCategory = 4;
    private const int FirstMeasure = 11;
    private const int Columns = 34;

    /// <summary>Reads a file.</summary>
    /// <param name="path">A file such as <c>Data/train.tsv</c>.</param>
    /// <exception cref="InvalidDataException">A line is not as expected; the message names it.</exception>
    public static List<GameState> Read(string path)
    {
        List<GameState> states = [];
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (number > 1) states.Add(Parse(line, $"{path}, line {number.ToString(CultureInfo.InvariantCulture)}"));
            else if (line != Header) throw new InvalidDataException($"{path} must begin with the columns {Header.Replace('\t', ' ')}.");
        }

        return states;
    }

    private static GameState Parse(string line, string place)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != Columns)
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{place}: expected {Columns} columns, found {columns.Length}."));

        float[] measures = new float[Columns - FirstMeasure];
        for (int measure = 0; measure < measures.Length; measure++) measures[measure] = Number(columns[FirstMeasure + measure], place);
        return new GameState(Name<Button>(columns[0], place), Name<Regime>(columns[1], place), columns[2], WholeNumber(columns[3], place), columns[FirstCategory..FirstMeasure], measures);
    }

    private static int WholeNumber(string text, string place) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : throw new InvalidDataException($"{place}: '{text}' is not a whole number.");

    private static float Number(string text, string place)
    {
        if (text.Length == 0) return float.NaN;
        if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number)) return number;
        throw new InvalidDataException($"{place}: '{text}' is not a number.");
    }

    private static T Name<T>(string text, string place)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out T value) ? value : throw new InvalidDataException($"{place}: '{text}' is not a {typeof(T).Name}.");
}
