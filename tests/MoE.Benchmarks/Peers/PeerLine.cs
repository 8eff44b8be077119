using System;
using System.Globalization;

namespace MoE.Benchmarks.Peers;

/// <summary>The JSON line that report() of peer.h prints.</summary>
internal sealed record PeerLine(PeerCase Case, WeightFormat Format, int Rows, int Threads, Measurement Time, float[] Outputs, Agreement? Agreement)
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
            {"peer": "{{Peer}}", "case": "{{Case.Name}}", "rows": {{Rows}}, "threads": {{Threads}}, "us": {{Time.Median:F4}}, "us_quiet": {{Time.Quiet:F4}}, "us_min": {{Time.Least:F4}}, "ghz": {{Time.Gigahertz:F2}}, "sum": {{sum:G9}}, "sumabs": {{absolute:G9}}{{Gelu}}{{Compared}}}
            """);
    }

    // As ggml's lines are named: the table tells by the name how many bits its weights have.
    private string Peer => Format switch
    {
        WeightFormat.BFloat16 => "moe-bf16",
        WeightFormat.Int8 => "moe-q8",
        WeightFormat.Int4 => "moe-q4",
        _ => "moe",
    };

    private string Gelu => Case.Shape.Activation == "gelu" ? ", \"gelu\": \"erf\"" : "";

    private string Compared => Agreement is null ? ""
        : string.Create(CultureInfo.InvariantCulture, $", \"err\": {Agreement.Error:G3}, \"bad_rows\": {Agreement.BadRows}");
}
