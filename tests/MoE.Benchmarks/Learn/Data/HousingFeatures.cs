using System;
using System.Collections.Generic;
using System.Linq;

namespace MoE.Benchmarks.Learn.Data;

/// <summary>
/// Rows of california-housing: what has a long tail as its logarithm, rooms and people by household, the caps of the census
/// as marks, the nearness of the ocean one-hot, and the place as sines and cosines of four wave lengths in four directions.
/// </summary>
internal sealed class HousingFeatures
{
    private const int NumberCount = 15;
    private const int OldestAge = 52;
    private const double HighestIncome = 15;
    private const double Slanted = 0.7;

    private static readonly string[] s_oceans = ["<1H OCEAN", "INLAND", "ISLAND", "NEAR BAY", "NEAR OCEAN"];
    private static readonly double[] s_wavesByDegree = [0.25, 0.5, 1, 2];

    /// <summary>Features of a row.</summary>
    public const int Size = NumberCount + 5 + 4 * 4 * 2;

    private readonly Standardization _standardization;

    /// <param name="lines">The lines to learn.</param>
    public HousingFeatures(IReadOnlyList<string[]> lines) => _standardization = new Standardization([.. lines.Select(Numbers)]);

    /// <summary>The row of a line.</summary>
    public float[] Of(string[] line) =>
        [.. _standardization.Of(Numbers(line)), .. OneHot.Of(Array.IndexOf(s_oceans, line[9]), s_oceans.Length), .. Waves(TsvFile.Numbers(line.AsSpan(1, 2)))];

    private static double[] Numbers(string[] line)
    {
        double[] fields = TsvFile.Numbers(line.AsSpan(1, 8));
        (double longitude, double latitude, double age, double income) = (fields[0], fields[1], fields[2], fields[7]);
        (double rooms, double bedrooms, double people, double households) = (Math.Log(fields[3]), Math.Log(fields[4]), Math.Log(fields[5]), Math.Log(fields[6]));
        return
        [
            longitude, latitude, age, rooms, bedrooms, people, households, income, Math.Log(income),
            rooms - households, people - households, bedrooms - rooms, rooms - people,
            age == OldestAge ? 1 : 0, income > HighestIncome ? 1 : 0,
        ];
    }

    private static IEnumerable<float> Waves(double[] place)
    {
        double[] directions = [place[0], place[1], Slanted * (place[0] + place[1]), Slanted * (place[0] - place[1])];
        foreach (double waves in s_wavesByDegree)
        {
            foreach (double along in directions)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * waves * along);
                yield return (float)sine;
                yield return (float)cosine;
            }
        }
    }
}
