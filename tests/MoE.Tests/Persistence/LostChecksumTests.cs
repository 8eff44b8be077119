using System;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>A file that Save wrote and that has lost its checksum is refused, whatever became of the key.</summary>
public class LostChecksumTests
{
    private readonly TestModel _model = new(SampleLayouts.Mlp());

    [Fact]
    public void Every_change_of_a_byte_of_the_key_is_refused()
    {
        byte[] file = _model.Save(_model.Create(1));
        int key = file.AsSpan().IndexOf("moe.crc32"u8);
        for (int i = key; i < key + "moe.crc32".Length; i++)
        {
            for (int flip = 1; flip < 256; flip++)
            {
                byte[] damaged = [.. file];
                damaged[i] ^= (byte)flip;
                Should.Throw<ModelFormatException>(() => _model.Load(damaged), $"byte {i - key} of the key is {damaged[i]}");
            }
        }
        _model.Load(file);
    }

    [Fact]
    public void The_message_says_what_is_wrong_and_what_to_do()
    {
        byte[] file = _model.Save(_model.Create(1));
        file[file.AsSpan().IndexOf("moe.crc32"u8)]++;
        string message = Should.Throw<ModelFormatException>(() => _model.Load(file)).Message;
        message.ShouldContain("has 'moe.model'");
        message.ShouldContain("not the checksum 'moe.crc32'");
        message.ShouldContain("Copy or save the file again");
    }

    [Fact]
    public void A_file_without_both_keys_is_another_programs_and_loads()
    {
        TestFile file = TestFile.Of(_model.Create(1));
        TestModel.Same(_model.Load(file.ToBytes()), _model.Create(1)).ShouldBeTrue();
        file.Metadata["format"] = "pt";
        TestModel.Same(_model.Load(file.ToBytes()), _model.Create(1)).ShouldBeTrue();
    }

    [Fact]
    public void A_checksum_alone_is_enough_to_load()
    {
        TestFile file = TestFile.Parse(_model.Save(_model.Create(1)));
        file.Metadata.Remove("moe.model").ShouldBeTrue();
        TestModel.Same(_model.Load(file.ToBytes()), _model.Create(1)).ShouldBeTrue();
    }

    [Fact]
    public void Under_a_prefix_only_a_file_of_ours_is_refused()
    {
        TestFile file = TestFile.Of(_model.Create(1));
        file.Rename(name => "layers.3." + name);
        TestModel.Same(_model.Load(file.ToBytes(), "layers.3"), _model.Create(1)).ShouldBeTrue();
        file.Metadata["moe.model"] = "a test model";
        Should.Throw<ModelFormatException>(() => _model.Load(file.ToBytes(), "layers.3")).Message.ShouldContain("moe.crc32");
    }
}
