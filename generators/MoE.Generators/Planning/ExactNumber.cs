using System.Globalization;
using MoE.Specification;

namespace MoE.Generators.Planning;

/// <summary>A number that is counted with: exactly what the user wrote, not its nearest fraction of powers of two.</summary>
internal static class ExactNumber
{
    public static decimal Of(NumberSpec number) => decimal.Parse(number.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
