using System.Collections.Generic;
using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>act(alpha min(gate, limit)) / alpha * (clamp(up, -limit, limit) + offset).</summary>
internal sealed record ClampPlan(double Limit, double Alpha, double UpOffset)
{
    /// <summary>For the drawing of the model: what differs from a plain gated unit.</summary>
    public string Summary
    {
        get
        {
            List<string> parts = [];
            if (Limit != 0)
                parts.Add("limit " + Text(Limit));
            if (Alpha != 1)
                parts.Add("alpha " + Text(Alpha));
            if (UpOffset != 0)
                parts.Add("up offset " + Text(UpOffset));
            return string.Join(", ", parts);
        }
    }

    /// <summary>Null where it changes nothing.</summary>
    public static ClampPlan? Of(GatedExpertSpec spec) => spec.Limit.Value == 0 && spec.Alpha.Value == 1 && spec.UpOffset.Value == 0
        ? null
        : new ClampPlan(spec.Limit.Value, spec.Alpha.Value, spec.UpOffset.Value);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
