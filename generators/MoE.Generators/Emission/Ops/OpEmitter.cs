using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Generators.Planning;

namespace MoE.Generators.Emission.Ops;

/// <summary>The steps of an expert, each printed by the emitter of its kind.</summary>
internal static class OpEmitter
{
    /// <summary>Forward, keeping nothing.</summary>
    public static void Predict(SourceWriter writer, OpPlan op, string kernels)
    {
        switch (op)
        {
            case LinearOp linear:
                LinearOpEmitter.Forward(writer, linear, kernels);
                break;
            case ActivationOp activation:
                ActivationOpEmitter.Predict(writer, activation);
                break;
            case GatedUnitOp gated:
                GatedUnitOpEmitter.Forward(writer, gated);
                break;
            case LayerNormOp norm:
                LayerNormOpEmitter.Forward(writer, norm);
                break;
            case DropoutOp:
                break;
            default:
                throw new NotSupportedException("No emitter for " + op.GetType().Name);
        }
    }

    /// <summary>Forward, keeping all that the way back needs.</summary>
    public static void Forward(SourceWriter writer, OpPlan op, string kernels)
    {
        switch (op)
        {
            case ActivationOp activation:
                ActivationOpEmitter.Forward(writer, activation);
                break;
            case DropoutOp dropout:
                DropoutOpEmitter.Apply(writer, dropout, dropout.Target.Name);
                break;
            default:
                Predict(writer, op, kernels);
                break;
        }
    }

    /// <summary>From the gradient of the target to that of the source and of the parameters.</summary>
    public static void Backward(SourceWriter writer, OpPlan op, string kernels)
    {
        switch (op)
        {
            case LinearOp linear:
                LinearOpEmitter.Backward(writer, linear, kernels);
                break;
            case ActivationOp activation:
                ActivationOpEmitter.Backward(writer, activation);
                break;
            case GatedUnitOp gated:
                GatedUnitOpEmitter.Backward(writer, gated);
                break;
            case LayerNormOp norm:
                LayerNormOpEmitter.Backward(writer, norm);
                break;
            case DropoutOp dropout:
                DropoutOpEmitter.Apply(writer, dropout, GradientOf(dropout.Target));
                break;
            default:
                throw new NotSupportedException("No emitter for " + op.GetType().Name);
        }
    }

    /// <summary>The variable of a buffer's gradient.</summary>
    public static string GradientOf(BufferPlan buffer) => buffer.Name + "Gradient";

    /// <summary>Lays buffers one after the other into memory, each for the rows rounded up to a multiple of 4.</summary>
    public static void DeclareBuffers(SourceWriter writer, IReadOnlyList<BufferPlan> buffers, string memory)
    {
        if (buffers.Count > 1)
            writer.Line("int capacity = (rows + 3) & ~3;");
        Declare(writer, buffers, memory, buffer => buffer.Name);
    }

    /// <summary>The same for the way back: what was kept, the gradients, and a transposed layer behind them.</summary>
    public static void DeclareBackward(SourceWriter writer, ExpertKindPlan kind)
    {
        bool isTransposing = kind.Transposed.Any();
        if (kind.Saved.Count > 1 || isTransposing)
            writer.Line("int capacity = (rows + 3) & ~3;");
        Declare(writer, kind.Saved, "saved", buffer => buffer.Name);
        Declare(writer, kind.Gradients, "scratch", GradientOf);
        if (isTransposing)
            writer.Line($"ref float transposed = {Reference.At("scratch", $"capacity * {kind.Gradients.Sum(buffer => buffer.Stride)}")};");
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
