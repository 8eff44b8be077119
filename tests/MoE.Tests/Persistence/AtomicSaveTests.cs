using System;
using System.IO;
using MoE.Persistence;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public sealed class AtomicSaveTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("moe").FullName;
    private readonly TestModel _model = new(SampleLayouts.Mlp());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Saving_replaces_the_old_file_and_leaves_nothing_else()
    {
        string path = Path.Combine(_folder, "model.safetensors");
        _model.Save(path, _model.Create(1));
        _model.Save(path, _model.Create(2));
        TestModel.Same(_model.Load(path), _model.Create(2)).ShouldBeTrue();
        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    [Fact]
    public void A_failure_while_writing_leaves_the_old_file()
    {
        string path = Path.Combine(_folder, "model.safetensors");
        _model.Save(path, _model.Create(1));
        Should.Throw<IOException>(() =>
        {
            using AtomicFile file = new(path);
            file.Stream.Write([1, 2, 3]);
            throw new IOException("No space left on device");
        });
        TestModel.Same(_model.Load(path), _model.Create(1)).ShouldBeTrue();
        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    [Fact]
    public void A_header_that_is_no_header_leaves_the_old_file()
    {
        string path = Path.Combine(_folder, "model.safetensors");
        _model.Save(path, _model.Create(1));
        Should.Throw<ArgumentException>(() => ModelFile.Save(path, _model.Create(2), "{}"u8, checksumOffset: 99));
        TestModel.Same(_model.Load(path), _model.Create(1)).ShouldBeTrue();
        Directory.GetFiles(_folder).ShouldBe([path]);
    }

    [Fact]
    public void A_failure_to_put_the_file_in_its_place_leaves_nothing_behind()
    {
        string path = Path.Combine(_folder, "taken");
        Directory.CreateDirectory(path);
        Should.Throw<Exception>(() => _model.Save(path, _model.Create(1)));
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }
}
