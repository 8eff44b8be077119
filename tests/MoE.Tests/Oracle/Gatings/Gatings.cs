using System.Linq;
using MoE.Tests.Models;

namespace MoE.Tests.Oracle;

/// <summary>The gating that a model's attributes declare; a new one is a line here.</summary>
internal static class Gatings
{
    public static IGating Of(object[] attributes, int experts, int topK) => attributes
        .Select(attribute => attribute switch
        {
            SoftmaxGatingAttribute softmax => new SoftmaxGating(softmax, experts, topK) as IGating,
            SwitchGatingAttribute switching => new SwitchGating(switching, experts),
            HashGatingAttribute => new HashGating(experts),
            SoftGatingAttribute soft => new SoftGating(soft, experts),
            SigmoidGatingAttribute sigmoid => new SigmoidGating(sigmoid, experts, topK),
            GatingAttribute<CentreGating> => new CentreGatingOracle(experts, topK),
            _ => null,
        })
        .FirstOrDefault(gating => gating is not null) ?? new SoftmaxGating(new SoftmaxGatingAttribute(), experts, topK);
}
