using System;
using System.Buffers;

namespace MoE;

/// <summary>An expert of your own that knows more than its parameters: saved and loaded with the model, as the tensor <c>experts.J.state</c> of bytes.</summary>
public interface ISavedExpert : IExpert
{
    /// <summary>Writes what <see cref="Load"/> needs.</summary>
    void Save(IBufferWriter<byte> state);

    /// <summary>Takes what <see cref="Save"/> wrote, or what a damaged or hostile file holds instead.</summary>
    /// <exception cref="FormatException">The bytes are no state of this type: the model's Load says so, and nothing is loaded.</exception>
    void Load(ReadOnlySpan<byte> state);
}
