using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using Agent;
using Agent.Models;
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
    Console.Error.WriteLine(Arguments.Usage);
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

AnsiConsole.MarkupLine(Plain.Of($"data: {arguments.Folder}"));
AnsiConsole.MarkupLine(Plain.Of($"{train.Count:N0} states to train on, {test.Count:N0} of other games to test on"));
bool finished = (arguments.Attention, arguments.Full) switch
{
    (false, false) => Run<MambaAgent, WideMambaAgent>(),
    (false, true) => Run<WideMambaAgent, WideMambaAgent>(),
    (true, false) => Run<AttentionAgent, WideAttentionAgent>(),
    (true, true) => Run<WideAttentionAgent, WideAttentionAgent>(),
};
if (finished) return 0;

AnsiConsole.WriteLine("Cancelled.");
return 130;

bool Run<TAgent, TWide>()
    where TAgent : class, IAgent<TAgent>
    where TWide : class, IAgent<TWide> =>
    arguments.Validate ? Validation.Run<TAgent>(train, stop.Token) : new Experiment(arguments, train, test, stop.Token).Run<TAgent, TWide>();
