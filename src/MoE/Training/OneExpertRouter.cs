using MoE.Experts;
using MoE.Routing;

namespace MoE.Training;

/// <summary>Every row to one expert, with weight 1: what trains an expert by itself.</summary>
internal sealed class OneExpertRouter(int expert) : Router
{
    public override void RouteTraining(in TrainedRows rows)
    {
        rows.Chosen.Fill(RowGroups.Dropped);
        rows.Weights.Clear();
        for (int assignment = 0; assignment < rows.Chosen.Length; assignment += rows.Shape.TopK)
        {
            rows.Chosen[assignment] = expert;
            rows.Weights[assignment] = 1;
        }
    }
}
