using System;
using System.ComponentModel;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace MoE.Experts;

/// <summary>Work in independent parts, numbered from 0.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParallelWork
{
    /// <summary>Does one part. <paramref name="worker"/> is below the number of threads and no other part runs under it meanwhile.</summary>
    void Run(int part, int worker);
}

/// <summary>
/// Spreads parts over the thread pool; the caller works too, so it never waits for a busy pool, and which thread did a
/// part must not matter. Reused per thread: a warm call allocates nothing.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParallelWork
{
    [ThreadStatic]
    private static ParallelWork? t_current;

    private Ticket[] _tickets = [];
    private IParallelWork? _work;
    private Exception? _failure;
    private int _parts;
    private int _next;
    private int _running;

    /// <summary>The number of threads that <paramref name="threads"/> asks for: 0 means all cores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static int Resolve(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        return threads == 0 ? Environment.ProcessorCount : threads;
    }

    /// <summary>Runs all parts on at most <paramref name="threads"/> threads and returns when the last one is done.</summary>
    public static void Run(IParallelWork work, int parts, int threads)
    {
        int helpers = Math.Min(threads, parts) - 1;
        if (helpers <= 0)
        {
            for (int part = 0; part < parts; part++)
                work.Run(part, 0);
            return;
        }
        // A part that itself runs parallel work on this thread needs a second set: take this one away meanwhile.
        ParallelWork current = t_current ?? new ParallelWork();
        t_current = null;
        try
        {
            current.RunAll(work, parts, helpers);
        }
        finally
        {
            t_current = current;
        }
    }

    private void RunAll(IParallelWork work, int parts, int helpers)
    {
        while (_tickets.Length < helpers)
            _tickets = [.. _tickets, new Ticket(this, _tickets.Length + 1)];
        _work = work;
        _parts = parts;
        _failure = null;
        Volatile.Write(ref _next, 0);
        for (int helper = 0; helper < helpers; helper++)
            _tickets[helper].Offer();
        DrainParts(worker: 0);
        // A helper that has not begun has nothing left to do: take its ticket back instead of waiting for it.
        for (int helper = 0; helper < helpers; helper++)
            _tickets[helper].Withdraw();
        for (SpinWait wait = default; Volatile.Read(ref _running) != 0;)
            wait.SpinOnce(sleep1Threshold: -1);
        _work = null;
        if (_failure is not null)
            ExceptionDispatchInfo.Throw(_failure);
    }

    private void DrainParts(int worker)
    {
        try
        {
            for (int part; (part = Interlocked.Increment(ref _next) - 1) < _parts;)
                _work!.Run(part, worker);
        }
        catch (Exception failure)
        {
            _failure = failure;
            Volatile.Write(ref _next, _parts);
        }
    }

    /// <summary>A helper's invitation. It stays in the pool's queue when withdrawn, and is not queued twice.</summary>
    private sealed class Ticket(ParallelWork owner, int worker) : IThreadPoolWorkItem
    {
        private const int Closed = 0;
        private const int Open = 1;

        private int _state;
        private int _queued;

        public void Offer()
        {
            Volatile.Write(ref _state, Open);
            if (Interlocked.Exchange(ref _queued, 1) == 0)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        public void Withdraw() => Interlocked.CompareExchange(ref _state, Closed, Open);

        public void Execute()
        {
            Volatile.Write(ref _queued, 0);
            // Count in before taking the ticket, so that the owner cannot finish in between.
            Interlocked.Increment(ref owner._running);
            if (Interlocked.CompareExchange(ref _state, Closed, Open) == Open)
                owner.DrainParts(worker);
            Interlocked.Decrement(ref owner._running);
        }
    }
}
