using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;

namespace MoE.Benchmarks.Peers;

/// <summary><c>peers</c>: the lines that join those of the other libraries (C++, PyTorch, ...) in one table.</summary>
internal static class PeersCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo>("--cases") { Description = "cases.json of the peers' folder", Required = true };
        var threads = new Option<int>("--threads") { Description = "threads of a call; 0: one for each core", DefaultValueFactory = _ => 1 };
        var seconds = new Option<double>("--seconds") { Description = "how long each measurement takes", DefaultValueFactory = _ => 1 };
        var references = new Option<DirectoryInfo?>("--ref") { Description = "folder of reference outputs (CASE.f32) to compare with" };
        var names = new Argument<string[]>("case") { Description = "cases to run; none: all", Arity = ArgumentArity.ZeroOrMore };
        file.Validators.Add(RequireFile);
        var command = new Command("peers", "Times the layers of the peers' cases and prints a JSON line for each number of rows.")
        {
            file, threads, seconds, references, names,
        };
        command.SetAction(parsed => Run(
            PeerCase.ReadAll(parsed.GetRequiredValue(file)),
            parsed.GetValue(names) ?? [],
            new PeerOptions(parsed.GetValue(threads), parsed.GetValue(seconds), parsed.GetValue(references))));
        return command;
    }

    private static int Run(IReadOnlyList<PeerCase> cases, string[] names, PeerOptions options)
    {
        foreach (string unknown in names.Except(cases.Select(each => each.Name)))
        {
            Console.Error.WriteLine($"peers: the file has no case '{unknown}'; it has {string.Join(", ", cases.Select(each => each.Name))}.");
            return 2;
        }
        foreach (PeerCase each in cases.Where(each => names.Length == 0 || names.Contains(each.Name)))
        {
            PeerModel[] models = [.. PeerModel.All.Where(model => model.Shape == each.Shape)];
            foreach (PeerModel model in models) model.Run(each, options, Console.Out);
            if (models.Length == 0) Console.Error.WriteLine($"peers: skipping case '{each.Name}': no model of that shape is declared (models are compiled in; see Peers/Models): {each.Shape}");
        }
        return 0;
    }

    private static void RequireFile(OptionResult option)
    {
        if (option.Tokens is [var path] && !File.Exists(path.Value)) option.AddError($"--cases: there is no file '{path.Value}'.");
    }
}
