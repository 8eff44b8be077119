using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace MoE.Package.Tests;

/// <summary>An error or a warning of a build.</summary>
/// <param name="Code">As CS0246.</param>
/// <param name="Text">What it says.</param>
/// <param name="Project">The project that it is about, without folder and extension.</param>
/// <param name="Framework">The one of several target frameworks, or nothing.</param>
public sealed partial record Complaint(string Code, string Text, string Project, string Framework)
{
    /// <summary>All in a build's output, where the same one may stand twice.</summary>
    public static IReadOnlyList<Complaint> In(string output) =>
    [
        .. Line().Matches(output)
            .Select(match => new Complaint(match.Groups["code"].Value, match.Groups["text"].Value, Path.GetFileNameWithoutExtension(match.Groups["project"].Value), match.Groups["framework"].Value))
            .Distinct(),
    ];

    [GeneratedRegex(@"(error|warning) (?<code>[A-Z]+[0-9]+)?\s*: (?<text>.*?) \[(?<project>[^\]]*?)(::TargetFramework=(?<framework>[^\]]*))?\]", RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
