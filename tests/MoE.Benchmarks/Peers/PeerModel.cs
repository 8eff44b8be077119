using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using MoE.Benchmarks.Peers.Models;

namespace MoE.Benchmarks.Peers;

/// <summary>A model class that stands for the cases of its shape.</summary>
/// <param name="Shape">What it declares.</param>
/// <param name="Run">Prints a line for each number of rows of a case.</param>
internal sealed record PeerModel(PeerShape Shape, Action<PeerCase, PeerOptions, TextWriter> Run)
{
    public static IReadOnlyList<PeerModel> All { get; } =
    [
        Of<Tiny>(), Of<Triage>(), Of<Block>(), Of<Domain>(), Of<SwiGlu>(), Of<Fine>(),
        Of<BlockBFloat16>(), Of<BlockInt8>(), Of<BlockInt4>(), Of<SwiGluBFloat16>(), Of<SwiGluInt8>(), Of<SwiGluInt4>(),
    ];

    private static WeightFormat FormatOf<TModel>() => typeof(TModel).GetCustomAttribute<MixtureOfExpertsAttribute>()!.WeightFormat;

    private static PeerModel Of<TModel>()
        where TModel : class, IMixtureOfExperts<TModel> => new(PeerShape.Of<TModel>(), RunCase<TModel>);

    private static void RunCase<TModel>(PeerCase peerCase, PeerOptions options, TextWriter to)
        where TModel : class, IMixtureOfExperts<TModel>
    {
        TModel model = TModel.Create();
        PeerWeights.Set(model);
        foreach (int rows in peerCase.Rows)
        {
            float[] inputs = PeerNumbers.Make(PeerNumbers.RowsStream, rows * TModel.InputSize, 1);
            var outputs = new float[rows * TModel.OutputSize];
            Measurement time = Measurement.Take(calls =>
            {
                for (int i = 0; i < calls; i++) model.Predict(inputs, outputs, options.Threads);
            }, options.Seconds);
            Agreement? agreement = options.References is null ? null
                : Agreement.With(Path.Combine(options.References.FullName, peerCase.Name + ".f32"), outputs, TModel.OutputSize);
            to.WriteLine(new PeerLine(peerCase, FormatOf<TModel>(), rows, options.Threads, time, outputs, agreement));
        }
    }
}
