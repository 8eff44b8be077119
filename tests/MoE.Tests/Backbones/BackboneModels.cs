using System;
using System.Collections.Generic;
using MoE.Tests.Models;
using Xunit;

namespace MoE.Tests.Backbones;

/// <summary>The models over sequences, by name.</summary>
internal static class BackboneModels
{
    private static readonly Dictionary<string, Func<IBackboneModel>> _all = new()
    {
        [nameof(GoldenMambaBlock)] = () => new BackboneModel<GoldenMambaBlock>(GoldenMambaBlock.Create(3)),
        [nameof(SmallMamba)] = () => new BackboneModel<SmallMamba>(SmallMamba.Create(3)),
        [nameof(WindowedAttention)] = () => new BackboneModel<WindowedAttention>(WindowedAttention.Create(3)),
        [nameof(WholeAttention)] = () => new BackboneModel<WholeAttention>(WholeAttention.Create(3)),
        [nameof(MambaInLayers)] = () => new BackboneModel<MambaInLayers>(MambaInLayers.Create(3)),
    };

    public static IEnumerable<string> All => _all.Keys;

    public static TheoryData<string> Names => new(_all.Keys);

    public static IBackboneModel Create(string name) => _all[name]();
}
