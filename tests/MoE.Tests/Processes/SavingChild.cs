using System;
using System.Threading;
using MoE.Persistence;
using MoE.Tests.Persistence;

namespace MoE.Tests.Processes;

/// <summary>Writers of models for tests to kill. They end by themselves with the test that started them, which closes their input.</summary>
internal static class SavingChild
{
    /// <summary>Begins to save, says so, and stays there.</summary>
    public static void SaveHalfway(string path)
    {
        using AtomicFile file = new(path);
        file.Stream.Write([1, 2, 3]);
        Console.WriteLine("writing");
        Console.In.ReadToEnd();
    }

    /// <summary>Saves again and again.</summary>
    public static void SaveEndlessly(string path)
    {
        TestModel model = new(SampleLayouts.Mlp());
        ParameterBuffer parameters = model.Create(1);
        using CancellationTokenSource end = new();
        new Thread(() => { Console.In.ReadToEnd(); end.Cancel(); }) { IsBackground = true }.Start();
        model.Save(path, parameters);
        Console.WriteLine("saving");
        while (!end.IsCancellationRequested) model.Save(path, parameters);
    }
}
