using System;
using MoE.Persistence.Apr;
using Shouldly;

namespace MoE.Tests.Apr;

/// <summary>Whatever the bytes: a mixture or a <see cref="ModelFormatException"/>, and memory in proportion to the input.</summary>
internal static class Guard
{
    public static AprMixture? Read(byte[] file, AprExpertKind[] kinds) => Run(() => AprFile.Read(file, kinds), file.Length);

    public static AprMixture? Run(Func<AprMixture> read, int bytes)
    {
        AprMixture? mixture = null;
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            mixture = read();
        }
        catch (ModelFormatException)
        {
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        allocated.ShouldBeLessThan(100_000 + 32L * bytes);
        return mixture;
    }
}
