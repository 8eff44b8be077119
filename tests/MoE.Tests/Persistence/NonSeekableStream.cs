using System.IO;

namespace MoE.Tests.Persistence;

/// <summary>Bytes as a network gives them: in small pieces, of unknown length.</summary>
internal sealed class NonSeekableStream(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override long Length => throw new System.NotSupportedException();

    public override int Read(System.Span<byte> buffer) => base.Read(buffer[..System.Math.Min(buffer.Length, 1000)]);
}
