using System.Globalization;
using System.Text;

namespace MoE.Benchmarks.Cost;

/// <summary>Source of methods as people write them: the unit of compile time.</summary>
internal static class PlainMethods
{
    public const int Count = 5000;
    private const int PerClass = 20;

    public static string Text { get; } = Write();

    private static string Write()
    {
        StringBuilder text = new("namespace Plain;\n");
        for (int method = 0; method < Count; method++)
        {
            if (method % PerClass == 0)
                text.Append(CultureInfo.InvariantCulture, $"{(method > 0 ? "}\n" : "")}public class Class{method / PerClass}\n{{\n");
            text.Append(CultureInfo.InvariantCulture, $$"""
                    public int Method{{method}}(int[] values, int limit)
                    {
                        int sum = {{method}};
                        for (int i = 0; i < values.Length; i++)
                            if (values[i] < limit) sum += values[i] * {{method % 97}};
                        return sum > limit ? sum : limit;
                    }


                """);
        }
        return text.Append("}\n").ToString();
    }
}
