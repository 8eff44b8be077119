using System;
using System.Collections.Generic;
using System.Text;

namespace MoE.Tests.Apr;

/// <summary>Bytes put together by hand, so that the writer is not tested against itself.</summary>
internal sealed class ByteBuilder
{
    private readonly List<byte> _bytes = [];

    public ByteBuilder Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    public ByteBuilder U32(uint value) => Raw((byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24));

    public ByteBuilder U64(ulong value) => U32((uint)value).U32((uint)(value >> 32));

    public ByteBuilder F32(float value) => U32(BitConverter.SingleToUInt32Bits(value));

    public ByteBuilder Vector(params ReadOnlySpan<float> values)
    {
        U64((ulong)values.Length);
        foreach (float value in values) F32(value);
        return this;
    }

    public ByteBuilder Text(string text) => U64((ulong)Encoding.UTF8.GetByteCount(text)).Raw(Encoding.UTF8.GetBytes(text));

    public ByteBuilder Then(Action<ByteBuilder> more)
    {
        more(this);
        return this;
    }

    // SoftmaxGating and MoeConfig for any experts.
    public ByteBuilder GateAndConfig(int features, int experts) =>
        U64((ulong)features).U64((ulong)experts).F32(1).Vector(new float[features * experts]).U64(1).F32(1).F32(0).F32(0.01f);

    public byte[] ToBytes() => [.. _bytes];
}
