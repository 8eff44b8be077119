using System;
using System.Collections.Generic;
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

    /// <summary>Lays buffers one after the other into memory, each for the rows rounded up to a multiple of 4.</summary>
    public static void DeclareBuffers(SourceWriter writer, IReadOnlyList<BufferPlan> buffers, string memory)
    {
        if (buffers.Count == 0)
            return;
        if (buffers.Count > 1)
            writer.Line("int capacity = (rows + 3) & ~3;");
        int offset = 0;
        foreach (BufferPlan buffer in buffers)
        {
            writer.Line($"ref float {buffer.Name} = {Reference.At(memory, offset == 0 ? "0" : $"capacity * {offset}")};");
            offset += buffer.Stride;
        }
    }
}
