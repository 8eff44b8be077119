using System;
using System.Linq;
using System.Threading;
using ErrorTriage;
using ErrorTriage.Display;
using ErrorTriage.Features;
using ErrorTriage.Models;
using Spectre.Console;

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

TriageMixture? model = args.Length > 0 ? SavedModel.TryLoad(FeatureSet.Message) : null;
if (model is null)
{
    Experiment experiment = Experiment.ReadData(stop.Token);
    foreach (FeatureSet features in (ReadOnlySpan<FeatureSet>)[FeatureSet.Snippet, FeatureSet.Message])
    {
        if (experiment.Run(features) is not { } trained) return Cancelled();
        SavedModel.SaveAndCheck(trained, features, experiment.TestRows(features));
        model = trained;
    }
}

foreach (string message in args.DefaultIfEmpty("cannot find value `count` in this scope"))
    Console.Out.WriteLine(MessageClassifier.Describe(model!, message));
return 0;

static int Cancelled()
{
    AnsiConsole.WriteLine("Cancelled; nothing was saved for this feature set.");
    return 130;
}
