using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Kernels;

/// <summary>One row: strips of up to eight sums at once, from several panels or several chains, read as the weights lie.</summary>
internal static class PanelRowEmitter
{
    private const int Sums = 8;

    public static void Emit(SourceWriter writer, LinearPlan plan, Dialect dialect)
    {
        int perPanel = plan.PanelWidth / dialect.Lanes;
        int all = plan.Panels * perPanel;
        int strip = StripVectors(plan, all, perPanel);
        if (strip < perPanel)
        {
            using (plan.Panels > 1 ? writer.Block($"for (int panel = 0; panel < {plan.Panels}; panel++)") : null)
            using (writer.Block($"for (int column = 0; column < {plan.PanelWidth}; column += {strip * dialect.Lanes})"))
                EmitStrip(writer, plan, dialect, strip, plan.Panels > 1 ? "panel" : null, " + column");
            return;
        }
        int panels = strip / perPanel;
        int whole = plan.Panels / panels * panels;
        string? loop = whole > panels ? $"for (int panel = 0; panel < {whole}; panel += {panels})" : whole < plan.Panels ? "" : null;
        using (loop is null ? null : writer.Block(loop))
            EmitStrip(writer, plan, dialect, strip, whole > panels ? "panel" : null, "");
        if (whole < plan.Panels)
        {
            using (writer.Block(""))
                EmitStrip(writer, plan, dialect, (plan.Panels - whole) * perPanel, Literal.Of(whole), "");
        }
    }

    /// <summary>Vectors of outputs in a strip: a part of a panel or some whole panels, such that no odd strip is left where that can be.</summary>
    private static int StripVectors(LinearPlan plan, int all, int perPanel)
    {
        int wanted = Math.Min(all, Math.Max(1, Sums / plan.ParallelChains));
        if (wanted < perPanel || all % wanted == 0)
            return wanted;
        int[] others = [Sums, Sums + 2, Sums - 2, Sums + 4];
        return others.FirstOrDefault(vectors => vectors % perPanel == 0 && all % vectors == 0) is int fit and > 0
            ? fit
            : wanted / perPanel * perPanel;
    }

    private static void EmitStrip(SourceWriter writer, LinearPlan plan, Dialect dialect, int vectors, string? panel, string column)
    {
        int perPanel = plan.PanelWidth / dialect.Lanes;
        string within = column.Length > 0 && plan.Storage.PerFloat > 1 ? $"{column} / {plan.Storage.PerFloat}" : column;
        string weights = panel is null ? $"{plan.BiasFloats}{within}" : $"{plan.BiasFloats} + {panel} * {plan.PanelFloats}{within}";
        string output = panel is null ? column.Length > 0 ? "column" : "0" : $"{panel} * {plan.PanelWidth}{column}";
        writer.Line($"ref float input = ref x;");
        writer.Line(Reference.Weights(plan, "weights", weights));
        writer.Line($"ref float bias = {Reference.At("w", output)};");
        writer.Line($"ref float target = {Reference.At("y", output)};");
        for (int vector = 0; vector < vectors; vector++)
            writer.Line($"var sum{vector} = {dialect.Load("bias", Literal.Of(OutputOffset(vector)))};");

        int full = plan.Inputs / plan.ChainLength;
        int groups = full / plan.ParallelChains;
        int groupInputs = plan.ParallelChains * plan.ChainLength;
        if (groups > 0)
        {
            string? loop = groups > 1 ? $"for (int group = 0; group < {groups}; group++)" : groups * groupInputs < plan.Inputs ? "" : null;
            using (loop is null ? null : writer.Block(loop))
            {
                EmitChains(plan.ParallelChains, plan.ChainLength);
                Advance((plan.ParallelChains - 1) * plan.ChainLength, groups * groupInputs < plan.Inputs || groups > 1);
            }
        }
        int left = plan.Inputs - (groups * groupInputs);
        if (left > 0)
        {
            using (groups > 0 ? writer.Block("") : null)
                EmitChains(Padding.DivideUp(left, plan.ChainLength), left - ((Padding.DivideUp(left, plan.ChainLength) - 1) * plan.ChainLength));
        }
        for (int vector = 0; vector < vectors; vector++)
        {
            string value = plan.HasReLU ? dialect.ReLU("sum" + vector) : "sum" + vector;
            string offset = Literal.Of(OutputOffset(vector));
            writer.Line(offset == "0" ? $"{value}.StoreUnsafe(ref target);" : $"{value}.StoreUnsafe(ref target, {offset});");
        }

        int WeightOffset(int vector) => (vector / perPanel * plan.PanelWeights) + (vector % perPanel * dialect.Lanes);
        int OutputOffset(int vector) => (vector / perPanel * plan.PanelWidth) + (vector % perPanel * dialect.Lanes);

        // Chains side by side; the last one may be shorter than the others, which then go on without it.
        void EmitChains(int chains, int lastLength)
        {
            for (int chain = 0; chain < chains; chain++)
            {
                for (int vector = 0; vector < vectors; vector++)
                    writer.Line($"var {Run(chain, vector)} = {dialect.Zero};");
            }
            EmitSteps(chains, lastLength);
            if (lastLength < plan.ChainLength && chains > 1)
                EmitSteps(chains - 1, plan.ChainLength - lastLength);
            for (int chain = 0; chain < chains; chain++)
            {
                for (int vector = 0; vector < vectors; vector++)
                    writer.Line($"sum{vector} += {Run(chain, vector)};");
            }
        }

        void EmitSteps(int chains, int length)
        {
            int unroll = length % 4 == 0 ? 4 : length % 2 == 0 ? 2 : 1;
            using IDisposable loop = writer.Block($"for (int step = 0; step < {length}; step += {unroll})");
            for (int step = 0; step < unroll; step++)
            {
                for (int chain = 0; chain < chains; chain++)
                {
                    string x = $"x{chain}" + (unroll > 1 ? $"_{step}" : "");
                    writer.Line($"var {x} = {dialect.Broadcast(Reference.Value("input", (chain * plan.ChainLength) + step))};");
                    for (int vector = 0; vector < vectors; vector++)
                    {
                        int offset = (((chain * plan.ChainLength) + step) * plan.PanelWidth) + WeightOffset(vector);
                        writer.Line($"{Run(chain, vector)} = {dialect.Fma(x, dialect.LoadWeights(plan.Storage, "weights", Literal.Of(offset)), Run(chain, vector))};");
                    }
                }
            }
            Advance(unroll, true);
        }

        void Advance(int inputs, bool needed)
        {
            if (!needed || inputs == 0)
                return;
            writer.Line($"input = {Reference.At("input", Literal.Of(inputs))};");
            writer.Line($"weights = {Reference.At("weights", Literal.Of(inputs * plan.PanelWidth))};");
        }

        string Run(int chain, int vector) => plan.ParallelChains == 1 ? $"run{vector}" : $"run{chain}Sum{vector}";
    }
}
