using System;
using System.IO;

namespace MoE.Persistence;

/// <summary>Temporary files whose writers died. The lock of a file tells: it goes with the process, however that ends.</summary>
internal static class AbandonedFiles
{
    // Not by a search pattern: the name may contain its wildcards. Hidden files count, for on Unix that is a dot before the name.
    private static readonly EnumerationOptions Regular = new() { AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Directory };

    /// <summary>Removes what dead writers of a path left. What cannot be removed stays: that is no reason for the next writer to fail.</summary>
    public static void RemoveBeside(string path)
    {
        try
        {
            string target = Path.GetFileName(path);
            foreach (FileInfo file in new DirectoryInfo(Path.GetDirectoryName(path)!).EnumerateFiles("*", Regular))
            {
                if (TemporaryName.IsLocked(file.Name, target)) TryRemove(file.FullName);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Removes a file that nobody has open.</summary>
    /// <returns>Whether it could be locked, and so is gone.</returns>
    public static bool TryRemove(string path)
    {
        try
        {
            // Removed by its name while it is locked: a writer that locks it later sees that the name is gone, and a file that
            // was moved to its place before the lock came is not touched.
            using FileStream taken = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
