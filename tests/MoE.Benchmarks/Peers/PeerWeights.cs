using System;
using System.Globalization;

namespace MoE.Benchmarks.Peers;

/// <summary>Gives a model the weights of peer.h.</summary>
internal static class PeerWeights
{
    private const int GateWeight = 1, GateBias = 2, FirstExpert = 16, StreamsOfExpert = 16;

    public static void Set<TModel>(TModel model)
        where TModel : IMixtureOfExperts<TModel>
    {
        int fanIn = 0;
        foreach (TensorInfo tensor in TModel.Parameters)
        {
            // A bias follows its weight in the file and shares its fan-in.
            if (tensor.Shape.Length == 2) fanIn = tensor.Shape[1];
            int count = tensor.Shape.Length == 2 ? tensor.Shape[0] * fanIn : tensor.Shape[0];
            model.SetParameter(tensor.Name, PeerNumbers.Make(Stream(tensor.Name), count, fanIn));
        }
    }

    // 16 + 16 * expert + 2 * j for the weight of tensor j of an expert, one more for its bias.
    private static int Stream(string tensor) => tensor.Split('.') switch
    {
        ["gate", "weight"] => GateWeight,
        ["gate", "bias"] => GateBias,
        ["experts", var expert, var part, var kind] => FirstExpert + StreamsOfExpert * Number(expert) + (kind == "bias" ? 1 : 0) + 2 * part switch
        {
            "w1" => 0,
            "w3" => 1,
            "w2" => 2,
            _ => Number(part) / 2,
        },
        _ => throw new InvalidOperationException($"The peers have no tensor '{tensor}'."),
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
