using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;

namespace MoE.Persistence.Apr;

/// <summary>A model as a file of aprender's: in aprender's own words where it has a mixture of that kind, else under <see cref="MoeGenMark"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AprModel
{
    // The version whose layouts are written.
    private const string Version = "0.65.2";

    private static readonly IAprForm[] s_forms = [new AprLinearForm(), new AprLogisticForm(), new AprForestForm(classifies: true), new AprForestForm(classifies: false), new AprTensorForm()];

    /// <summary>Saves a model.</summary>
    /// <param name="path">The file; the old one stays whole until the new one is on the disk.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="states">What its experts know beside.</param>
    /// <param name="settings">What its declaration says.</param>
    /// <exception cref="InvalidOperationException">The file could not hold it exactly.</exception>
    public static void Save(string path, ParameterBuffer parameters, NamedState[] states, AprSettings settings)
    {
        ArgumentNullException.ThrowIfNull(states);
        AprSource source = new(parameters, [.. states.SelectMany(state => state.State.Write(state.Prefix))], settings);
        List<AprTensor> rest = AprGate.Rest(source);
        IAprForm form = rest.Count > 0 ? s_forms[^1] : s_forms.First(form => form.Fits(parameters.Layout, settings));
        AprMixture mixture = new(
            [.. Enumerable.Range(0, settings.Experts).Select(expert => form.Write(source, expert))],
            AprGate.Write(source),
            new AprConfig((ulong)settings.TopK, settings.CapacityFactor, settings.ExpertDropout, settings.LoadBalanceWeight))
        {
            GateTensors = rest,
        };
        AprFile.Save(path, mixture, DateTimeOffset.UtcNow, Version);
    }

    /// <summary>Loads a model.</summary>
    /// <param name="layout">The model.</param>
    /// <param name="settings">What its declaration says.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file is damaged or holds another model.</exception>
    public static ParameterBuffer Load(ModelLayout layout, AprSettings settings, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] file = File.ReadAllBytes(path);
        try
        {
            (AprMixture mixture, IAprForm form) = Parse(file, layout, settings);
            return Read(mixture, form, layout, settings);
        }
        catch (ModelFormatException error)
        {
            throw new ModelFormatException($"'{path}': {error.Message}", error);
        }
    }

    // A file does not say which kind its experts are: the first that can be read is it.
    private static (AprMixture, IAprForm) Parse(byte[] file, ModelLayout layout, AprSettings settings)
    {
        ModelFormatException? first = null;
        foreach (IAprForm form in s_forms.Where(form => form.Fits(layout, settings)))
        {
            foreach (AprExpertKind kind in form.Kinds)
            {
                try
                {
                    return (AprFile.Read(file, [.. Enumerable.Repeat(kind, settings.Experts)]), form);
                }
                catch (ModelFormatException error)
                {
                    first ??= error;
                }
            }
        }
        throw first!;
    }

    private static ParameterBuffer Read(AprMixture mixture, IAprForm form, ModelLayout layout, AprSettings settings)
    {
        AprTarget target = new(new ParameterBuffer(layout), settings);
        // What a file need not hold is as it is fresh: a temperature, or a bias of zeros.
        AprGate.Read(mixture, target);
        for (int expert = 0; expert < settings.Experts; expert++)
            form.Read(mixture.Experts[expert], target, expert);
        if (!layout.StatePrefixes.IsEmpty) target.Parameters.LoadedStates = target.States;
        return target.Parameters;
    }
}
