using System;
using System.Buffers.Binary;
using System.Linq;
using MoE.Persistence.Apr;
using Shouldly;
using Xunit;

namespace MoE.Tests.Apr;

public class HostileAprTests
{
    private static readonly ulong[] HostileLengths =
        [ulong.MaxValue, long.MaxValue, 1ul << 63, uint.MaxValue, 1ul << 31, int.MaxValue, (1ul << 61) + 1, 0, 1];

    private readonly byte[] _file;
    private readonly AprExpertKind[] _kinds;

    public HostileAprTests()
    {
        AprMixture mixture = AprSamples.OfAllKinds;
        _file = AprSamples.Write(mixture);
        _kinds = AprSamples.KindsOf(mixture);
        AprDescription.Of(AprFile.Read(_file, _kinds)).ShouldBe(AprDescription.Of(mixture));
    }

    public static TheoryData<int> EachKind => [.. Enumerable.Range(0, AprSamples.Kinds.Length)];

    [Fact]
    public void A_file_that_ends_anywhere_is_refused()
    {
        for (int length = 0; length < _file.Length; length++) Guard.Read(_file[..length], _kinds).ShouldBeNull();
    }

    [Fact]
    public void A_payload_that_ends_anywhere_is_refused()
    {
        byte[] payload = Payload();
        for (int length = 0; length < payload.Length; length++)
        {
            Guard.Read(payload[..length], _kinds).ShouldBeNull();
            Guard.Read(new TestContainer(payload[..length]).ToBytes(), _kinds).ShouldBeNull();
        }
    }

    [Fact]
    public void A_flip_of_any_bit_is_found()
    {
        for (int bit = 0; bit < 8 * _file.Length; bit++) Guard.Read(Flip(bit), _kinds).ShouldBeNull();
    }

    [Fact]
    public void A_flip_of_any_bit_with_a_right_checksum_is_read_or_refused()
    {
        int read = 0;
        for (int bit = 0; bit < 8 * (_file.Length - 4); bit++)
        {
            byte[] file = TestContainer.Resum(Flip(bit));
            if (Guard.Read(file, _kinds) is { } mixture && AprSamples.Write(mixture).Length == _file.Length) read++;
        }
        // Most of the file is numbers that may have any value.
        read.ShouldBeInRange(_file.Length, 8 * _file.Length - 1000);
    }

    [Theory]
    [MemberData(nameof(EachKind))]
    public void A_hostile_number_anywhere_in_a_homogeneous_payload(int kind)
    {
        AprMixture mixture = AprSamples.Random(new Random(kind), [AprSamples.Kinds[kind], AprSamples.Kinds[kind]]);
        PlantEverywhere(AprSamples.WriteBincode(mixture), AprSamples.KindsOf(mixture));
    }

    [Fact]
    public void A_hostile_number_anywhere_in_a_payload_of_ours() => PlantEverywhere(Payload(), _kinds);

    [Fact]
    public void A_hostile_number_anywhere_in_the_container()
    {
        for (int at = 0; at < 32 + 47; at++)
        {
            foreach (ulong hostile in HostileLengths)
            {
                byte[] file = [.. _file];
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), (uint)hostile);
                Guard.Read(TestContainer.Resum(file), _kinds);
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), (uint)hostile);
                Guard.Read(TestContainer.Resum(file), _kinds);
            }
        }
    }

    [Fact]
    public void Random_bytes_behind_a_good_beginning()
    {
        Random random = new(1);
        byte[] payload = Payload();
        for (int i = 0; i < 3000; i++)
        {
            byte[] damaged = [.. payload];
            random.NextBytes(damaged.AsSpan(random.Next(payload.Length)));
            Guard.Read(new TestContainer(damaged).ToBytes(), _kinds);
            random.NextBytes(damaged.AsSpan(8));
            Guard.Read(damaged, _kinds);
        }
    }

    [Fact]
    public void Many_of_the_smallest_trees_that_come_to_nothing_cost_a_small_multiple()
    {
        ByteBuilder payload = new ByteBuilder().U64(1).U64(20_000);
        for (int i = 0; i < 20_000; i++) payload.Raw(1).U32(1).U64(0).U64(1).Raw(0);
        Guard.Read(payload.ToBytes(), [AprRandomForestClassifier.Kind]).ShouldBeNull();
    }

    [Fact]
    public void Many_of_the_smallest_tensors_that_come_to_nothing_cost_a_small_multiple()
    {
        ByteBuilder payload = new ByteBuilder().Raw("MoE.Gen"u8).Raw(0xFF).U32(1).U64(1).Text("MoE.Gen").Text("").U64(20_000);
        for (int i = 0; i < 20_000; i++) payload.Text(i.ToString("x", null)).U64(1).U64(0).U64(0);
        Guard.Read(payload.ToBytes(), [MoeGenExpert.Kind]).ShouldBeNull();
    }

    [Fact]
    public void The_guard_sees_other_exceptions() =>
        Should.Throw<IndexOutOfRangeException>(() => Guard.Run(() => throw new IndexOutOfRangeException(), 3));

    [Fact]
    public void The_guard_sees_memory_that_the_input_does_not_justify() =>
        Should.Throw<ShouldAssertException>(() => Guard.Run(() => { GC.KeepAlive(new byte[1_000_000]); return AprSamples.Linear; }, 3));

    private byte[] Payload() => AprContainer.Open(_file).Payload.ToArray();

    private byte[] Flip(int bit)
    {
        byte[] file = [.. _file];
        file[bit / 8] ^= (byte)(1 << (bit % 8));
        return file;
    }

    private static void PlantEverywhere(byte[] payload, AprExpertKind[] kinds)
    {
        for (int at = 0; at + 8 <= payload.Length; at++)
        {
            foreach (ulong hostile in HostileLengths)
            {
                byte[] planted = [.. payload];
                BinaryPrimitives.WriteUInt64LittleEndian(planted.AsSpan(at), hostile);
                Guard.Read(planted, kinds);
                Guard.Read(new TestContainer(planted).ToBytes(), kinds);
            }
        }
    }
}
