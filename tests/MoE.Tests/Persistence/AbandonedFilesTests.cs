using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MoE.Persistence;
using MoE.Tests.Processes;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

/// <summary>What killed writers left goes with the next save; what living ones write, and what users own, stays.</summary>
public sealed class AbandonedFilesTests : IDisposable
{
    private const string Digits = "0123456789abcdef";

    private readonly string _folder = Directory.CreateTempSubdirectory("moe").FullName;
    private readonly string _path;
    private readonly TestModel _model = new(SampleLayouts.Mlp());

    // A name as hard as the system takes: with a dot in front it is hidden on Unix, and there a star is no wildcard.
    public AbandonedFilesTests() => _path = Path.Combine(_folder, OperatingSystem.IsWindows() ? "model.safetensors" : ".mo*del.safetensors");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Save() => _model.Save(_path, _model.Create(2));

    private string[] Others() => [.. Directory.EnumerateFileSystemEntries(_folder).Where(path => path != _path).Order(StringComparer.Ordinal)];

    private Process StartSaving(params (string, string)[] variables) => ChildProcess.StartAndAwaitLine(["save-halfway", _path], variables);

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    [Fact]
    public void What_killed_processes_left_is_removed()
    {
        Save();
        using Process first = StartSaving(), second = StartSaving();
        Kill(first);
        Kill(second);
        Others().Length.ShouldBe(2);
        Save();
        Others().ShouldBeEmpty();
        TestModel.Same(_model.Load(_path), _model.Create(2)).ShouldBeTrue();
    }

    [Fact]
    public void Processes_killed_at_any_moment_leave_nothing_for_long()
    {
        Random random = new(1);
        for (int i = 0; i < 8; i++)
        {
            using Process saving = ChildProcess.StartAndAwaitLine(["save-endlessly", _path]);
            Thread.Sleep(random.Next(20));
            Kill(saving);
            TestModel.Same(_model.Load(_path), _model.Create(1)).ShouldBeTrue();
            if (i % 2 == 1)
            {
                _model.Save(_path, _model.Create(1));
                Others().ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void What_a_living_process_writes_stays_until_it_is_killed()
    {
        using Process saving = StartSaving();
        string[] written = Others();
        written.ShouldHaveSingleItem();
        Save();
        Others().ShouldBe(written);
        Kill(saving);
        Save();
        Others().ShouldBeEmpty();
    }

    [Fact]
    public void A_living_process_can_finish_after_another_save()
    {
        using Process saving = StartSaving();
        Save();
        saving.StandardInput.Close();
        saving.WaitForExit();
        saving.ExitCode.ShouldBe(0);
        Others().ShouldBeEmpty();
    }

    [Fact]
    public void What_this_process_writes_stays()
    {
        using (AtomicFile file = new(_path))
        {
            file.Stream.Write([1, 2, 3]);
            Save();
            file.Commit();
        }
        File.ReadAllBytes(_path).ShouldBe([1, 2, 3]);
        Others().ShouldBeEmpty();
    }

    [Fact]
    public void Writers_of_one_path_never_take_each_others_files()
    {
        // There the move itself fails while another writer's is under way, as it did before anything was removed.
        if (OperatingSystem.IsWindows()) return;
        using Process saving = ChildProcess.StartAndAwaitLine(["save-endlessly", _path]);
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            for (int i = 0; i < 50; i++)
            {
                _model.Save(_path, _model.Create(1));
                // The lock that a writer still has after the move lets readers in.
                _model.Load(_path);
            }
        });
        saving.HasExited.ShouldBeFalse();
        Kill(saving);
        _model.Save(_path, _model.Create(1));
        Others().ShouldBeEmpty();
        TestModel.Same(_model.Load(_path), _model.Create(1)).ShouldBeTrue();
    }

    [Fact]
    public void Without_locks_nothing_is_taken()
    {
        if (OperatingSystem.IsWindows()) return;
        using Process saving = StartSaving(("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"));
        string[] written = Others();
        written.ShouldHaveSingleItem();
        Save();
        Others().ShouldBe(written);
        Kill(saving);

        File.WriteAllText($"{_path}.moe-{Digits}.tmp", "a living writer's, for all that a process without locks can know");
        using Process blind = StartSaving(("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1"));
        File.Exists($"{_path}.moe-{Digits}.tmp").ShouldBeTrue();
        Kill(blind);
    }

    [Theory]
    [InlineData("{0}.moe-0123456789abcde.tmp")]
    [InlineData("{0}.moe-0123456789abcdef0.tmp")]
    [InlineData("{0}.moe-0123456789ABCDEF.tmp")]
    [InlineData("{0}.moe-0123456789abcdeg.tmp")]
    [InlineData("{0}.moe-0123456789abcdef.TMP")]
    [InlineData("{0}.moe-0123456789abcdef.tmp.bak")]
    [InlineData("{0}.moe_0123456789abcdef.tmp")]
    [InlineData("{0}.0123456789abcdef.tmp")]
    [InlineData("{0}0.moe-0123456789abcdef.tmp")]
    [InlineData("0{0}.moe-0123456789abcdef.tmp")]
    [InlineData("other.moe-0123456789abcdef.tmp")]
    [InlineData("{0}.abcdefgh.ijk.tmp")]
    [InlineData("{0}.tmp")]
    [InlineData("{0}.bak")]
    public void A_users_file_stays(string name)
    {
        string users = Path.Combine(_folder, name.Replace("{0}", Path.GetFileName(_path), StringComparison.Ordinal));
        File.WriteAllText(users, "mine");
        Save();
        Others().ShouldBe([users]);
        File.ReadAllText(users).ShouldBe("mine");
    }

    [Fact]
    public void Only_a_file_of_its_own_is_taken()
    {
        string folder = Directory.CreateDirectory($"{_path}.moe-{Digits}.tmp").FullName;
        string below = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "below")).FullName, $"{Path.GetFileName(_path)}.moe-{Digits}.tmp");
        File.WriteAllText(below, "mine");
        Save();
        Directory.Exists(folder).ShouldBeTrue();
        File.Exists(below).ShouldBeTrue();
    }

    [Fact]
    public void A_link_stays()
    {
        if (OperatingSystem.IsWindows()) return;
        string mine = Path.Combine(_folder, "mine"), link = $"{_path}.moe-{Digits}.tmp";
        File.WriteAllText(mine, "mine");
        File.CreateSymbolicLink(link, mine);
        Save();
        File.ReadAllText(link).ShouldBe("mine");
    }

    [Fact]
    public void What_cannot_be_removed_stays_and_the_save_succeeds()
    {
        string left = $"{_path}.moe-{Digits}.tmp";
        using (FileStream open = new(left, FileMode.CreateNew, FileAccess.Write, FileShare.None)) Save();
        File.Exists(left).ShouldBeTrue();
        Save();
        Others().ShouldBeEmpty();
    }
}
