using System;
using System.IO;

namespace MoE.Benchmarks.Learn;

/// <summary>Where the data lies if nobody says: in a folder shared/data beside the repository or above it.</summary>
internal static class DataFolder
{
    private static readonly string s_name = Path.Combine("shared", "data");

    /// <summary>The nearest one, from the program's folder upwards; there is none: where it is looked for from here.</summary>
    public static DirectoryInfo Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = new DirectoryInfo(Path.Combine(folder.FullName, s_name));
            if (data.Exists) return data;
        }

        return new DirectoryInfo(s_name);
    }
}
