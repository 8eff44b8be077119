using System.Linq;
using MoE.Tests.Models;
using Xunit;

namespace MoE.Tests.Golden;

/// <summary>The cases that this project covers, each with its declared model.</summary>
internal static class GoldenCases
{
    private static readonly (string Id, string Folder, ModelFactory Model)[] _all =
    [
        ("01_basic", "01_basic", ModelFactory.Regressor<GoldenBasic>()),
        ("02_sentiment", "02_sentiment", ModelFactory.Classifier<GoldenSentiment, Sentiment>()),
        ("04_endnorm", "04_endnorm", ModelFactory.Regressor<GoldenEndNorm>()),
        ("04_endnorm, with dropout", "04_endnorm", ModelFactory.Regressor<GoldenEndNormDropout>()),
        ("08_glu_sigmoid", "08_glu_sigmoid", ModelFactory.Regressor<GoldenGluSigmoid>()),
        ("09_swiglu", "09_swiglu", ModelFactory.Regressor<GoldenSwiGlu>()),
        ("10_geglu", "10_geglu", ModelFactory.Regressor<GoldenGeGlu>()),
        ("21_temperature_0.1", "21_temperature_0.1", ModelFactory.Regressor<GoldenCold>()),
        ("21_temperature_1", "21_temperature_1", ModelFactory.Regressor<GoldenWarm>()),
        ("21_temperature_10", "21_temperature_10", ModelFactory.Regressor<GoldenHot>()),
        ("22_edge_collapse", "22_edge_collapse", ModelFactory.Regressor<GoldenCollapse>()),
        ("22_edge_k_equals_e", "22_edge_k_equals_e", ModelFactory.Regressor<GoldenAllExperts>()),
        ("22_edge_large_logits", "22_edge_large_logits", ModelFactory.Regressor<GoldenLargeLogits>()),
        ("22_edge_single_row", "22_edge_single_row", ModelFactory.Regressor<GoldenSingleRow>()),
        ("22_edge_ties", "22_edge_ties", ModelFactory.Regressor<GoldenTies>()),
        ("22_edge_zero_row", "22_edge_zero_row", ModelFactory.Regressor<GoldenZeroRow>()),
        ("11_hash", "11_hash", ModelFactory.Regressor<GoldenHash>()),
        ("12_soft", "12_soft", ModelFactory.Regressor<GoldenSoft>()),
        ("15_deepseek_v3", "15_deepseek_v3", ModelFactory.Regressor<GoldenDeepSeek>()),
        ("20_hierarchical", "20_hierarchical", ModelFactory.Regressor<GoldenHierarchy>()),
        ("16_qwen2", "16_qwen2", ModelFactory.Regressor<GoldenQwen>()),
        ("19_moe_block", "19_moe_block", ModelFactory.Regressor<GoldenBlock>()),
    ];

    public static TheoryData<string> All => new(_all.Select(entry => entry.Id));

    /// <summary>Those with an optimizer; dropout would make each step another one.</summary>
    public static TheoryData<string> WithSteps => new(_all.Select(entry => entry.Id).Where(id => !id.EndsWith("dropout", System.StringComparison.Ordinal) && Of(id).Optimizer is not null));

    public static GoldenCase Of(string id)
    {
        (_, string folder, ModelFactory model) = _all.Single(entry => entry.Id == id);
        return new GoldenCase(folder, model);
    }
}
