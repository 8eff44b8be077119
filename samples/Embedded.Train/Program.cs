using System;
using System.Globalization;
using System.IO;
using Embedded;
using MoE;

if (args is not [var trainPath, var testPath, var weightsPath])
{
    Console.Error.WriteLine("usage: Embedded.Train TRAIN.tsv TEST.tsv WEIGHTS.safetensors (UCI Letter Recognition: a header line, then letter and 16 measures, tabs between)");
    return 2;
}
LetterRows train = Read(trainPath), test = Read(testPath);
LetterReader reader = LetterReader.Create(seed: 1);
reader.Fit(train.Features, train.Letters, new FitOptions
{
    Epochs = 60,
    BatchSize = 64,
    LearningRate = 3e-3,
    Threads = 0,
    Progress = new Progress<FitProgress>(PrintEpoch),
});
Evaluation evaluation = reader.Evaluate(test.Features, test.Letters);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"test accuracy {evaluation.Accuracy:F4}, macro-F1 {evaluation.MacroF1:F4}"));
reader.Save(weightsPath);
return 0;

static void PrintEpoch(FitProgress progress)
{
    if (progress.Batch == progress.Batches)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {progress.Epoch} of {progress.Epochs}, loss {progress.Loss.Total:F4}"));
}

static LetterRows Read(string path)
{
    using StreamReader table = File.OpenText(path);
    return new LetterRows(table);
}
