using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace MoE.Generators.Tests;

/// <summary>
/// Snapshots in Verify's file layout: <c>Snapshots/Class.Test#File.g.verified.cs</c>, and <c>.received.cs</c> beside it
/// on a mismatch. MOE_ACCEPT_SNAPSHOTS=1 accepts what comes.
/// </summary>
internal static class SnapshotVerifier
{
    private static bool Accepts => Environment.GetEnvironmentVariable("MOE_ACCEPT_SNAPSHOTS") == "1";

    public static void Verify(
        IEnumerable<GeneratedSourceResult> files, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "") =>
        VerifyIn(
            Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots"),
            $"{Path.GetFileNameWithoutExtension(testFile)}.{test}",
            files.Select(file => (file.HintName, file.SourceText.ToString())));

    public static void VerifyIn(string folder, string test, IEnumerable<(string Name, string Text)> files)
    {
        Directory.CreateDirectory(folder);
        List<string> left = [.. Directory.EnumerateFiles(folder, test + "#*.verified.cs")];
        StringBuilder complaints = new();
        foreach ((string name, string text) in files)
        {
            string path = Path.Combine(folder, $"{test}#{name[..^".cs".Length]}.verified.cs");
            left.Remove(path);
            Compare(path, text, complaints);
        }

        foreach (string path in left)
            complaints.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: no such file is generated any more. Delete it if that is meant.");
        complaints.ToString().ShouldBeEmpty();
    }

    private static void Compare(string path, string text, StringBuilder complaints)
    {
        string received = path.Replace(".verified.cs", ".received.cs", StringComparison.Ordinal);
        string? verified = File.Exists(path) ? File.ReadAllText(path) : null;
        if (verified == text || Accepts)
        {
            File.Delete(received);
            if (verified != text)
                File.WriteAllText(path, text);
            return;
        }

        File.WriteAllText(received, text);
        complaints.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {(verified is null ? "not yet verified." : "differs.")} Look at the .received.cs beside it; MOE_ACCEPT_SNAPSHOTS=1 accepts it.");
        foreach (DiffPiece line in new InlineDiffBuilder(new Differ()).BuildDiffModel(verified ?? "", text).Lines.Where(line => line.Type is ChangeType.Inserted or ChangeType.Deleted).Take(40))
            complaints.Append(line.Type == ChangeType.Inserted ? "+ " : "- ").AppendLine(line.Text);
    }
}
