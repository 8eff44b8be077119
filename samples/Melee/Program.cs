using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using Melee;
using Melee.Display;
using Spectre.Console;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine("Usage: Melee [--data FOLDER] [--validate]");
    return 2;
}

List<GameState> train;
List<GameState> test;
try
{
    train = GameStates.Read(Path.Combine(arguments.Folder, "train.tsv"));
    test = GameStates.Read(Path.Combine(arguments.Folder, "test.tsv"));
}
catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(unreadable.Message);
    return 1;
}

AnsiConsole.MarkupLine(Plain.Of(
    $"data: {arguments.Folder}"));
AnsiConsole.MarkupLine(Plain.Of(
    $"{train.Count:N0} states of {Games(train)} games to train on, {test.Count:N0} of {Games(test)} others to test on"));

bool finished = arguments.Validate ? Validation.Run(train, stop.Token) : new Experiment(train, test, stop.Token).Run();
if (finished) return 0;

AnsiConsole.WriteLine("Cancelled.");
return 130;

static int Games(IEnumerable<GameState> states) => states.Select(state => state.Game).Distinct().Count();
