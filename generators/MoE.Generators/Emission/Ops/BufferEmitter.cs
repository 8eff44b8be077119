using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>Declares an expert's buffers: one after the other in memory, each for the rows rounded up to a multiple of 4.</summary>
internal static class BufferEmitter
{
    /// <summary>The variable of a buffer's gradient.</summary>
    public static string GradientOf(BufferPlan buffer) => buffer.Name + "Gradient";

    public static void Forward(SourceWriter writer, IReadOnlyList<BufferPlan> buffers, string memory)
    {
        if (buffers.Count > 1)
            writer.Line("int capacity = (rows + 3) & ~3;");
        Declare(writer, buffers, memory, buffer => buffer.Name);
    }

    /// <summary>What was kept, the gradients, and a transposed layer behind them.</summary>
    public static void Backward(SourceWriter writer, ExpertPlan expert)
    {
        bool isTransposing = expert.TrainingLinears.Any();
        if (expert.Saved.Count > 1 || isTransposing)
            writer.Line("int capacity = (rows + 3) & ~3;");
        Declare(writer, expert.Saved, "saved", buffer => buffer.Name);
        Declare(writer, expert.Gradients, "scratch", GradientOf);
        if (expert.WritesInputGradient)
            writer.Line($"ref float {GradientOf(expert.Input)} = ref {expert.Input.Name};");
        if (isTransposing)
            writer.Line($"ref float transposed = {Reference.At("scratch", $"capacity * {expert.Gradients.Sum(buffer => buffer.Stride)}")};");
    }

    private static void Declare(SourceWriter writer, IReadOnlyList<BufferPlan> buffers, string memory, Func<BufferPlan, string> name)
    {
        int offset = 0;
        foreach (BufferPlan buffer in buffers)
        {
            writer.Line($"ref float {name(buffer)} = {Reference.At(memory, offset == 0 ? "0" : $"capacity * {offset}")};");
            offset += buffer.Stride;
        }
    }
}
