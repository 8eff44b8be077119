using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class BadFileTests
{
    private readonly TestModel _model = new(SampleLayouts.Mlp());

    private static string Message(Func<ParameterBuffer> load) => Should.Throw<ModelFormatException>(() => load()).Message;

    private string Message(byte[] file) => Message(() => _model.Load(file));

    private string Message(Action<TestFile> change)
    {
        TestFile file = TestFile.Of(_model.Create(1));
        change(file);
        return Message(file.ToBytes());
    }

    [Fact]
    public void A_good_file_is_taken() => Should.Throw<ShouldAssertException>(() => Message(_ => { }));

    [Fact]
    public void Every_truncation_is_refused()
    {
        byte[] file = _model.Save(_model.Create(1));
        for (int length = 0; length < file.Length; length++)
        {
            byte[] part = file[..length];
            Message(part).ShouldMatch("truncated|empty");
            using MemoryStream stream = new(part);
            Message(() => _model.Load(stream)).ShouldContain("truncated");
        }
    }

    [Fact]
    public void Every_flipped_byte_of_the_data_is_found()
    {
        byte[] file = _model.Save(_model.Create(1));
        int data = 8 + (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        for (int i = data; i < file.Length; i++)
        {
            file[i] ^= 0x10;
            Message(file).ShouldContain("changed after saving");
            file[i] ^= 0x10;
        }
        _model.Load(file);
    }

    [Fact]
    public void A_stale_checksum_is_found_whatever_the_order() =>
        Message(file =>
        {
            file.Tensors.Reverse();
            file.Metadata["moe.crc32"] = "12345678";
        }).ShouldContain("changed after saving");

    [Fact]
    public void A_checksum_that_is_none_is_refused() => Message(file => file.Metadata["moe.crc32"] = "12xy").ShouldContain("eight hexadecimal digits; '12xy'");

    [Fact]
    public void A_surplus_tensor_is_named() =>
        Message(file => file.Add("extra.weight", [1], [0])).ShouldContain("The model does not have tensor 'extra.weight'");

    [Fact]
    public void A_missing_tensor_is_named() => Message(file => file.Remove("gate.bias")).ShouldContain("lacks tensor 'gate.bias'");

    [Fact]
    public void A_missing_and_a_surplus_layer_are_both_named()
    {
        string message = Message(file => file.Rename(name => name.Replace("gate.", "chooser.", StringComparison.Ordinal)));
        message.ShouldContain("lacks tensor 'gate.weight' and 1 more");
        message.ShouldContain("does not have tensor 'chooser.weight' and 1 more");
    }

    [Fact]
    public void A_wrong_shape_is_named()
    {
        string message = Message(file =>
        {
            file.Remove("gate.weight");
            file.Add("gate.weight", [4, 3], new float[12]);
        });
        message.ShouldContain("'gate.weight' has shape [4, 3]; [3, 4] was expected");
        message.ShouldContain("a test model");
    }

    [Theory]
    [InlineData(1UL << 31)]
    [InlineData(1UL << 40)]
    [InlineData(ulong.MaxValue)]
    public void A_header_of_gigabytes_is_refused_before_anything_is_allocated(ulong claimed)
    {
        byte[] file = _model.Save(_model.Create(1));
        BinaryPrimitives.WriteUInt64LittleEndian(file, claimed);
        Message(file).ShouldContain($"claims a header of {claimed} bytes");
        using Stream endless = new NonSeekableStream(file);
        Message(() => _model.Load(endless)).ShouldContain($"claims a header of {claimed} bytes");
    }

    [Fact]
    public void A_header_longer_than_its_stream_costs_no_more_than_what_came()
    {
        byte[] file = _model.Save(_model.Create(1));
        BinaryPrimitives.WriteUInt64LittleEndian(file, 90_000_000);
        using Stream stream = new NonSeekableStream(file);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Message(() => _model.Load(stream)).ShouldContain("truncated");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1_000_000);
    }

    [Fact]
    public void An_unknown_dtype_is_named() =>
        Message(file => file.Tensors[0] = file.Tensors[0] with { Dtype = "F8_E4M3" }).ShouldContain("'gate.weight' has the dtype 'F8_E4M3'; F32, F16 and BF16");

    [Fact]
    public void Another_list_of_classes_is_refused()
    {
        string message = Message(file => file.Metadata["moe.classes"] = "Type,Scope,Method");
        message.ShouldContain("The file's classes are Type,Scope,Method; the model's are Scope,Type,Method");
    }

    [Fact]
    public void Bytes_behind_the_data_are_refused() => Message([.. _model.Save(_model.Create(1)), 0]).ShouldContain("Bytes follow");

    [Fact]
    public void A_path_is_named_in_the_message()
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, "no model at all");
        Message(() => _model.Load(path)).ShouldContain(path);
        File.Delete(path);
    }

    public static TheoryData<string, string, string> BadHeaders => new()
    {
        { "", "", "no safetensors file" },
        { "[]", "", "no safetensors file" },
        { " {}", "", "no safetensors file" },
        { "{", "", "no valid JSON" },
        { "{}x", "", "no valid JSON" },
        { """{"a":1}""", "", "'a': StartObject was expected, Number came" },
        { """{"a":{"dtype":"F32","shape":[[[[1]]]],"data_offsets":[0,4]}}""", "1234", "no valid JSON" },
        { """{"a":{"dtype":"F32","shape":[1]}}""", "", "is missing" },
        { """{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "1234", "'dtype' is twice there" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "12345678", "twice" },
        { """{"__metadata__":{},"__metadata__":{}}""", "", "twice" },
        { """{"__metadata__":{"moe.crc32":"00000000","moe.crc32":"00000000"}}""", "", "twice" },
        { """{"__metadata__":{"a":1}}""", "", "String was expected, Number came" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}""", "1234", "[4, 0]" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", "1234", "[0, 4, 8]" },
        { """{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "1234", "whole numbers" },
        { """{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}""", "1234", "whole numbers" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,9223372036854775808]}}""", "1234", "whole numbers" },
        { """{"a":{"dtype":"F32","shape":[4611686018427387904,4611686018427387904],"data_offsets":[0,4]}}""", "1234", "too large" },
        { """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""", "1234", "takes 8 bytes; data_offsets give 4" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "12345678", "'a' begins at byte 4 of the data; 0 was expected" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", "1234", "'b' begins at byte 0 of the data; 4" },
        { """{"a\ud800":{}}""", "", "no valid Unicode" },
    };

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public void A_malformed_header_is_refused(string header, string data, string expected) =>
        Message(TestFile.Join(header, Encoding.ASCII.GetBytes(data))).ShouldContain(expected);

    [Fact]
    public void Deep_nesting_is_refused_without_recursion() =>
        Message(TestFile.Join(string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000)), [])).ShouldContain("'a' is twice there or unknown");
}
