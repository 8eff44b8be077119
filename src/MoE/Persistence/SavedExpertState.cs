using System;
using System.Buffers;
using System.Collections.Generic;

namespace MoE.Persistence;

/// <summary>What an expert of a user's type knows: bytes of its own.</summary>
internal sealed class SavedExpertState(ISavedExpert expert) : IExpertState
{
    public IReadOnlyList<StateTensor> Write(string prefix)
    {
        ArrayBufferWriter<byte> bytes = new();
        expert.Save(bytes);
        return [new StateTensor(prefix + "state", "U8", [bytes.WrittenCount], bytes.WrittenMemory)];
    }

    // Whether the bytes are right only the type itself can tell, by taking them; the model that is being loaded is nobody's yet.
    public Action Read(string prefix, IReadOnlyList<StateTensor> tensors)
    {
        byte[] state = StateTensor.Find(tensors, prefix + "state").Values<byte>("U8", rank: 1);
        return () =>
        {
            try
            {
                expert.Load(state);
            }
            catch (FormatException error)
            {
                throw new ModelFormatException($"Tensor '{prefix}state' is no state of {expert.GetType().Name}: {error.Message}", error);
            }
        };
    }
}
