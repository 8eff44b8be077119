using System;
using System.IO;

namespace MoE.Persistence;

/// <summary>
/// A file that appears whole or not at all: written beside its place under another name, then moved there. What writers of the
/// same path left when they were killed is removed first.
/// </summary>
/// <remarks>
/// From its creation until it is in its place the file is open with a share mode that keeps <see cref="AbandonedFiles"/> from
/// it and lets readers in: on Windows that is mandatory, on Unix .NET takes a shared flock, and an exclusive one for removing.
/// </remarks>
internal sealed class AtomicFile : IDisposable
{
    private const int Attempts = 10;

    private readonly string _path;
    private readonly FileStream _stream;
    private bool _committed;

    /// <summary>Opens the temporary file, in the folder of the path: a move within a folder is one step.</summary>
    public AtomicFile(string path)
    {
        _path = Path.GetFullPath(path);
        _stream = Open(_path);
    }

    /// <summary>Where to write.</summary>
    public Stream Stream => _stream;

    /// <summary>Puts the file in its place once it is on the disk.</summary>
    public void Commit()
    {
        _stream.Flush(flushToDisk: true);
        // The lock must outlast the move, but Windows moves no file that is open for writing, and lets no reader in.
        using FileStream held = new(_stream.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        _stream.Dispose();
        File.Move(_stream.Name, _path, overwrite: true);
        _committed = true;
    }

    /// <summary>Removes the temporary file, unless it is in its place.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_committed) File.Delete(_stream.Name);
    }

    private static FileStream Open(string path)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                FileStream stream = Create(TemporaryName.Locked(path));
                if (AbandonedFiles.TryRemove(stream.Name))
                {
                    // Locks are switched off, or .NET takes none on this network drive: nobody can tell the living from the dead.
                    stream.Dispose();
                    return Create(TemporaryName.Unlocked(path));
                }
                // On Unix a file is there before it is locked; another writer may have taken it for abandoned in between.
                if (attempt == Attempts || File.Exists(stream.Name))
                {
                    AbandonedFiles.RemoveBeside(path);
                    return stream;
                }
                stream.Dispose();
            }
            catch (IOException) when (attempt < Attempts)
            {
                // As above, while the other one has the lock.
            }
        }
    }

    private static FileStream Create(string temporary) => new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
}
