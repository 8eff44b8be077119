using System;

namespace MoE.Tests.Training;

/// <summary>Calls back on the reporting thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class ImmediateProgress(Action<FitProgress> action) : IProgress<FitProgress>
{
    public void Report(FitProgress value) => action(value);
}
