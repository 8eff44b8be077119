using System;
using System.Collections.Generic;
using System.Linq;
using MoE.Experts.Forests;

namespace MoE.Persistence.Apr;

/// <summary>
/// Forests: RandomForestClassifier, or RandomForestRegressor where they tell one number. aprender's leaves name a class where ours have frequencies: the most
/// frequent is written, and read as the only one.
/// </summary>
internal sealed class AprForestForm(bool classifies) : IAprForm
{
    public IReadOnlyList<AprExpertKind> Kinds => [classifies ? AprRandomForestClassifier.Kind : AprRandomForestRegressor.Kind];

    public bool Fits(ModelLayout layout, AprSettings settings) =>
        settings.AreForests && (classifies ? !layout.ClassNames.IsEmpty : layout.ClassNames.IsEmpty && settings.Outputs == 1);

    public AprExpert Write(AprSource source, int expert)
    {
        ForestNodes nodes = Nodes(source, expert);
        int outputs = source.Settings.Outputs;
        AprNode[][] trees = [.. Enumerable.Range(0, nodes.Roots.Length).Select(tree => Tree(nodes, tree, outputs))];
        ulong estimators = (ulong)nodes.Roots.Length;
        return classifies
            ? new AprRandomForestClassifier([.. trees.Select(tree => new AprClassifierTree(tree, null, source.Settings.Inputs))], estimators, null, null)
            : new AprRandomForestRegressor([.. trees.Select(tree => new AprRegressorTree(tree, null, MinSamplesSplit: 2, MinSamplesLeaf: 1))], estimators, null, null);
    }

    public void Read(AprExpert read, AprTarget target, int expert)
    {
        IEnumerable<AprTree> trees = read is AprRandomForestClassifier classifier ? classifier.Trees : ((AprRandomForestRegressor)read).Trees;
        List<ForestTree> grown = [.. trees.Select(tree => Tree(tree, target.Settings, expert))];
        string prefix = Prefix(expert);
        target.States.AddRange(ForestExpert.Tensors(prefix, ForestNodes.Of(grown), target.Settings.Outputs, outOfBagScore: double.NaN));
    }

    private static string Prefix(int expert) => FormattableString.Invariant($"experts.{expert}.");

    private static ForestNodes Nodes(AprSource source, int expert) =>
        ForestExpert.Nodes(Prefix(expert), [.. source.States.Where(state => state.Name.StartsWith(Prefix(expert), StringComparison.Ordinal))]);

    private AprNode[] Tree(ForestNodes nodes, int tree, int outputs)
    {
        int root = nodes.Roots[tree], end = tree + 1 < nodes.Roots.Length ? nodes.Roots[tree + 1] : nodes.Features.Length;
        return [.. Enumerable.Range(root, end - root).Select(node => nodes.Features[node] >= 0
            ? AprNode.Split(nodes.Features[node], nodes.Thresholds[node], nodes.Children[node] - root, nodes.Children[node] + 1 - root, nodes.Samples[node], nodes.Impurities[node])
            : AprNode.Leaf(Answer(nodes.Values.AsSpan(nodes.Children[node] * outputs, outputs)), nodes.Samples[node], Impurity(nodes.Impurities[node])))];
    }

    private float Answer(ReadOnlySpan<float> values)
    {
        if (!classifies) return values[0];
        int best = 0;
        for (int output = 1; output < values.Length; output++)
        {
            if (values[output] > values[best]) best = output;
        }
        return best;
    }

    // Rounding leaves next to nothing of a pure leaf.
    private static float Impurity(float impurity) => float.IsNormal(impurity) ? impurity : 0;

    // Children side by side and behind their parent, as our walks want them.
    private ForestTree Tree(AprTree tree, AprSettings settings, int expert)
    {
        if (tree.Fault(settings.Inputs) is { } fault)
            throw new ModelFormatException(FormattableString.Invariant($"Expert {expert}: {fault}"));
        ForestTree grown = new();
        Queue<(int Theirs, int Ours)> open = new([(0, grown.Add())]);
        while (open.TryDequeue(out (int Theirs, int Ours) place))
        {
            AprNode node = tree.Nodes[place.Theirs];
            grown.Samples[place.Ours] = node.Samples;
            grown.Impurities[place.Ours] = node.Impurity;
            if (node.IsLeaf)
            {
                grown.MakeLeaf(place.Ours);
                grown.Values.AddRange(Values(node.Value, settings.Outputs, expert));
                continue;
            }
            grown.Features[place.Ours] = node.Feature;
            grown.Thresholds[place.Ours] = node.Threshold;
            int left = grown.Children[place.Ours] = grown.Add();
            open.Enqueue((node.Left, left));
            open.Enqueue((node.Right, grown.Add()));
        }
        return grown;
    }

    private float[] Values(float answer, int outputs, int expert)
    {
        if (!classifies) return [answer];
        if (answer >= outputs)
            throw new ModelFormatException(FormattableString.Invariant($"Expert {expert} answers class {answer}; the model has {outputs} classes."));
        float[] values = new float[outputs];
        values[(int)answer] = 1;
        return values;
    }
}
