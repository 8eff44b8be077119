using System;
using System.Globalization;
using MoE.Benchmarks.Peers;

namespace MoE.Benchmarks.Sequences;

/// <summary>A JSON line as those of the peers; torch_agent.py prints the same.</summary>
/// <param name="Case">What was timed.</param>
/// <param name="Rows">Rows of a call.</param>
/// <param name="Threads">Threads of a call.</param>
/// <param name="Time">Of a call.</param>
/// <param name="Processor">Processor time of a call in microseconds.</param>
/// <param name="Outputs">What came out: equal sums show that two programs computed the same.</param>
internal sealed record SequenceLine(string Case, int Rows, int Threads, Measurement Time, double Processor, float[] Outputs)
{
    public override string ToString()
    {
        double sum = 0, absolute = 0;
        foreach (float value in Outputs)
        {
            sum += value;
            absolute += Math.Abs(value);
        }
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"peer": "moe", "case": "{{Case}}", "rows": {{Rows}}, "threads": {{Threads}}, "us": {{Time.Median:F4}}, "us_quiet": {{Time.Quiet:F4}}, "us_min": {{Time.Least:F4}}, "us_cpu": {{Processor:F4}}, "ghz": {{Time.Gigahertz:F2}}, "sum": {{sum:G7}}, "sumabs": {{absolute:G7}}}
            """);
    }
}
