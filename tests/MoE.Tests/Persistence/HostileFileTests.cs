using System;
using System.Buffers.Binary;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>Whatever the bytes: a correct load or a <see cref="ModelFormatException"/>, and memory in proportion to the input.</summary>
public class HostileFileTests
{
    private const int Tests = 2000;

    private static readonly string[] Tokens =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\ud800", "-1", "1e9", "0.5", "9223372036854775807", "99999999999999999999", "null", "true",
         "\"dtype\":", "\"shape\":[]", "\"data_offsets\":[0,0]", "\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},", "\0", "\u00e9"];

    private readonly TestModel _model = new(SampleLayouts.Mlp());
    private readonly ParameterBuffer _saved;
    private readonly byte[] _file;

    public HostileFileTests()
    {
        _saved = _model.Create(1);
        _file = _model.Save(_saved);
        _model.Load(TestFile.Of(_saved).ToBytes());
    }

    [Fact]
    public void Random_bytes() =>
        Hold(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(), bytes => Guard(_model.Load, bytes));

    [Fact]
    public void Random_headers() =>
        Hold(Gen.Elements(Tokens).ArrayOf(), tokens => Guard(_model.Load, TestFile.Join("{" + string.Concat(tokens), new byte[64])));

    [Fact]
    public void Random_truncations() =>
        Hold(Gen.Choose(0, _file.Length - 1), length => Guard(_model.Load, _file[..length]).ShouldBeNull());

    [Fact]
    public void Random_flips_of_a_byte_change_nothing_or_are_found() =>
        Hold(Gen.Choose(0, _file.Length - 1).Zip(Gen.Choose(1, 255)), flip =>
        {
            byte[] file = [.. _file];
            file[flip.Item1] ^= (byte)flip.Item2;
            if (Guard(_model.Load, file) is { } loaded) TestModel.Same(loaded, _saved).ShouldBeTrue();
        });

    [Fact]
    public void Random_edits_of_the_header() =>
        Hold(Gen.Choose(0, 100_000).Zip(Gen.Choose(0, 12)).Zip(Gen.Elements(Tokens)).ArrayOf(), edits =>
        {
            int length = (int)BinaryPrimitives.ReadInt64LittleEndian(_file);
            StringBuilder header = new(Encoding.UTF8.GetString(_file, 8, length));
            foreach (((int at, int removed), string inserted) in edits.Take(4))
            {
                int from = at % header.Length;
                header.Remove(from, Math.Min(removed, header.Length - from - 1)).Insert(from, inserted);
            }
            Guard(_model.Load, TestFile.Join(header.ToString(), _file[(8 + length)..]));
        });

    [Fact]
    public void A_header_of_a_megabyte_of_the_smallest_tensors_costs_a_small_multiple()
    {
        string header = "{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"{i:x}\":{{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}}")) + "}";
        Guard(_model.Load, TestFile.Join(header, [])).ShouldBeNull();
        string metadata = "{\"__metadata__\":{" + string.Join(',', Enumerable.Repeat("\"\":\"\"", 100_000)) + "}}";
        Guard(_model.Load, TestFile.Join(metadata, [])).ShouldBeNull();
    }

    [Fact]
    public void A_large_model_is_not_allocated_for_a_header_alone()
    {
        TestModel large = new(SampleLayouts.Single("panels", 1000, 1000));
        byte[] file = large.Save(large.Create(1));
        Guard(large.Load, file[..1000]).ShouldBeNull();
    }

    [Fact]
    public void The_guard_sees_other_exceptions() =>
        Should.Throw<IndexOutOfRangeException>(() => Guard(bytes => throw new IndexOutOfRangeException(), [1, 2, 3]));

    [Fact]
    public void The_guard_sees_memory_that_the_input_does_not_justify() =>
        Should.Throw<ShouldAssertException>(() => Guard(_ => { GC.KeepAlive(new byte[1_000_000]); return _saved; }, [1, 2, 3]));

    [Fact]
    public void A_property_that_does_not_hold_is_seen() =>
        Should.Throw<Exception>(() => Hold(Gen.Choose(0, 255), value => value.ShouldBeLessThan(200)));

    private static void Hold<T>(Gen<T> inputs, Action<T> check) =>
        Prop.ForAll(inputs.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

    private static ParameterBuffer? Guard(Func<byte[], ParameterBuffer> load, byte[] file)
    {
        ParameterBuffer? loaded = null;
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            loaded = load(file);
        }
        catch (ModelFormatException)
        {
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.ShouldBeLessThan(100_000 + 32L * file.Length);
        return loaded;
    }
}
