using System;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>
/// A few outputs: the input's vectors times each output's weights, in 16 virtual lanes. Narrower vectors take the lanes
/// in several passes, so that the sums of each pass stay in registers.
/// </summary>
internal static class DotEmitter
{
    private const int MostStraightVectors = 8;

    public static void Emit(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        int passes = Padding.Line / dialect.Lanes;
        for (int pass = 0; pass < passes; pass++)
            EmitPass(writer, plan, dialect, pass, passes);
        for (int output = 0; output < plan.Outputs; output++)
            writer.Line($"var dot{output} = {Join(output, passes)};");
        writer.Line("// The lanes of four outputs are summed together, by one tree.");
        for (int quad = 0; quad < 4; quad++)
        {
            string offset = quad == 0 ? "" : ", " + Literal.Of(4 * quad);
            if (4 * quad >= plan.Outputs)
            {
                writer.Line($"Vector128<float>.Zero.StoreUnsafe(ref y{offset});");
                continue;
            }
            string dots = string.Join(", ", Enumerable.Range(4 * quad, 4).Select(output => output < plan.Outputs ? "dot" + output : dialect.Zero));
            string bias = quad == 0 ? "Vector128.LoadUnsafe(ref w)" : $"Vector128.LoadUnsafe(ref w, {4 * quad})";
            string sum = $"{bias} + LaneTree.Sum({dots})";
            writer.Line((plan.HasReLU ? $"Vector128.MaxNative(Vector128<float>.Zero, {sum})" : "(" + sum + ")") + $".StoreUnsafe(ref y{offset});");
        }
    }

    // Lanes l and l + 8 meet first: what is left goes into the tree of LaneTree.
    private static string Join(int output, int passes) => passes == 1 ? Total(0, output) : $"{Total(0, output)} + {Total(1, output)}";

    private static void EmitPass(SourceWriter writer, LinearPlan plan, Dialect dialect, int pass, int passes)
    {
        int vectors = plan.PaddedInputs / Padding.Line;
        int lanes = pass * dialect.Lanes;
        string input = passes == 1 ? "input" : "input" + pass;
        string weights = passes == 1 ? "weights" : "weights" + pass;
        if (passes > 1)
            writer.Line($"// Lanes {lanes} to {lanes + dialect.Lanes - 1}.");
        writer.Line($"ref float {input} = {Reference.At("x", Literal.Of(lanes))};");
        writer.Line(Reference.Weights(plan, weights, Literal.Of(plan.BiasFloats + lanes / plan.Storage.PerFloat)));
        for (int run = 0; run < plan.Chains; run++)
        {
            for (int output = 0; output < plan.Outputs; output++)
                writer.Line($"var {Sum(pass, output, run)} = {dialect.Zero};");
        }
        int looped = vectors <= MostStraightVectors ? 0 : vectors / plan.Chains * plan.Chains;
        if (looped > 0)
        {
            using IDisposable loop = writer.Block($"for (int vector = 0; vector < {looped}; vector += {plan.Chains})");
            EmitVectors(0, plan.Chains, "");
            writer.Line($"{input} = {Reference.At(input, Literal.Of(plan.Chains * Padding.Line))};");
            writer.Line($"{weights} = {Reference.At(weights, Literal.Of(plan.Chains * Padding.Line))};");
        }
        EmitVectors(0, vectors - looped, "Rest");
        for (int output = 0; output < plan.Outputs; output++)
        {
            string total = string.Join(" + ", Enumerable.Range(0, plan.Chains).Select(run => Sum(pass, output, run)));
            if (plan.Chains > 1)
                writer.Line($"var {Total(pass, output)} = {total};");
        }

        void EmitVectors(int first, int count, string suffix)
        {
            for (int vector = first; vector < first + count; vector++)
            {
                string x = $"x{pass}_{vector}{suffix}";
                writer.Line($"var {x} = {dialect.Load(input, Literal.Of(vector * Padding.Line))};");
                for (int output = 0; output < plan.Outputs; output++)
                {
                    string sum = Sum(pass, output, vector % plan.Chains);
                    string weight = dialect.LoadWeights(plan.Storage, weights, Literal.Of((output * plan.PaddedInputs) + (vector * Padding.Line)));
                    writer.Line($"{sum} = {dialect.Fma(x, weight, sum)};");
                }
            }
        }

        string Sum(int at, int output, int run) => plan.Chains == 1 ? Total(at, output) : $"{Total(at, output)}Run{run}";
    }

    private static string Total(int pass, int output) => $"lanes{pass}Dot{output}";
}
