using System;
using System.Linq;
using System.Threading;
using Sentiment;
using Spectre.Console;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

try
{
    SavedModel? model = args.Length > 0 ? SavedModel.TryLoad() : null;
    if (model is null)
    {
        Experiment experiment = Experiment.Prepare(stop.Token);
        model = new SavedModel(experiment.Embedding, experiment.Run());
        model.SaveAndCheck(experiment.TestRows);
    }

    foreach (string comment in args.DefaultIfEmpty("I can't believe how kind everyone was, thank you!"))
        Console.Out.WriteLine(CommentClassifier.Describe(model, comment));
    return 0;
}
catch (OperationCanceledException)
{
    AnsiConsole.WriteLine("Cancelled; nothing was saved.");
    return 130;
}
