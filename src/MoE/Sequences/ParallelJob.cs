using System;
using MoE.Experts;

namespace MoE.Sequences;

/// <summary>Runs a job on several threads. Kept per thread and kind of job, so that a call allocates nothing.</summary>
internal sealed class ParallelJob<TJob> : IParallelWork
    where TJob : struct, IParallelJob
{
    [ThreadStatic]
    private static ParallelJob<TJob>? t_current;

    private TJob _job;

    /// <summary>Runs all parts on at most <paramref name="threads"/> threads and returns when the last one is done.</summary>
    public static void Run(TJob job, int parts, int threads)
    {
        if (threads <= 1 || parts <= 1)
        {
            for (int part = 0; part < parts; part++)
                job.Run(part, 0);
            return;
        }
        // A part that runs such a job itself needs another holder.
        ParallelJob<TJob> call = t_current ?? new ParallelJob<TJob>();
        t_current = null;
        call._job = job;
        try
        {
            ParallelWork.Run(call, parts, threads);
        }
        finally
        {
            call._job = default;
            t_current = call;
        }
    }

    void IParallelWork.Run(int part, int worker) => _job.Run(part, worker);
}
