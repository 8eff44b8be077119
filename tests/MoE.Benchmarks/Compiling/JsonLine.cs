using System;
using System.Text.Json;

namespace MoE.Benchmarks.Compiling;

/// <summary>Output that a program reads as well: an object a line.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void Print<T>(T line) => Console.Out.WriteLine(JsonSerializer.Serialize(line, s_options));
}
