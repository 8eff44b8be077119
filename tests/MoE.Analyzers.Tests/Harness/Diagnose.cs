using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace MoE.Analyzers.Tests;

/// <summary>Runs all rules over a source and compares ids, exact spans and messages with the marks in it.</summary>
internal static class Diagnose
{
    // What a small program for another rule need not heed.
    internal static readonly string[] Advice = ["MOE0206", "MOE0207", "MOE0208", "MOE0209", "MOE0210", "MOE0301"];

    /// <param name="marked">The source; what the rules say of it is marked.</param>
    /// <param name="messages">The messages, in the order of the marks.</param>
    public static Task Finds(string marked, params string[] messages) => Finds(marked, [], [], messages);

    /// <param name="compilerErrors">Ids of the compiler's errors, which must all be there, and no others.</param>
    /// <param name="others">More files; what is found in them is not looked at.</param>
    public static Task Finds(string marked, string[] compilerErrors, (string Path, string Source)[] others, params string[] messages) =>
        Finds(marked, compilerErrors, others, Advice.Any(id => marked.Contains("{|" + id, StringComparison.Ordinal)), messages);

    /// <summary>Beside the generated part of the models: for what is said of calls.</summary>
    public static Task FindsInCalls(string marked, params string[] messages)
    {
        CSharpCompilation compilation = TestCompilation.Create([("Model.cs", Markup.Parse(marked).Source)]);
        return Finds(marked, [], [.. GeneratedErrors.FilesOf(compilation)], heedsAdvice: false, messages);
    }

    private static async Task Finds(
        string marked, string[] compilerErrors, (string Path, string Source)[] others, bool heedsAdvice, params string[] messages)
    {
        Markup markup = Markup.Parse(marked);
        CSharpCompilation compilation = TestCompilation.Create([("Model.cs", markup.Source), .. others]);
        TestCompilation.ErrorsOf(compilation).ShouldBe(compilerErrors, ignoreOrder: true);

        // A hand-written generated part stands in for the generator's.
        if (!others.Any(file => file.Path.EndsWith(".g.cs", StringComparison.Ordinal)))
            GeneratedErrors.Of(compilation).ShouldBeEmpty();

        IEnumerable<string> found = (await AllRules.DiagnoseAsync(compilation))
            .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == "Model.cs" || !diagnostic.Location.IsInSource)
            .Where(diagnostic => heedsAdvice || !Advice.Contains(diagnostic.Id))
            .Select(diagnostic => Show(
                diagnostic.Id,
                markup.Source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length),
                diagnostic.Location.SourceSpan.Start,
                diagnostic.GetMessage(CultureInfo.InvariantCulture)));
        markup.Marks.Count.ShouldBe(messages.Length, "every mark needs a message");
        IEnumerable<string> expected = markup.Marks.Zip(messages, (mark, message) =>
            Show(mark.Id, markup.Source.Substring(mark.Span.Start, mark.Span.Length), mark.Span.Start, message));
        found.ShouldBe(expected, ignoreOrder: true);
    }

    public static Task FindsNothing(string source) => Finds(source);

    /// <summary>Not even advice.</summary>
    public static Task FindsNoAdvice(string source) => Finds(source, [], [], heedsAdvice: true);

    private static string Show(string id, string text, int start, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"{id} at {start} on '{text}': {message}");
}
