using System.Collections.Generic;

namespace MoE.Persistence.Apr;

/// <summary>How the experts of a model stand in a file: one form for all of them.</summary>
internal interface IAprForm
{
    /// <summary>Whether a model's experts can stand so.</summary>
    bool Fits(ModelLayout layout, AprSettings settings);

    /// <summary>The kinds of expert that it reads.</summary>
    IReadOnlyList<AprExpertKind> Kinds { get; }

    /// <summary>An expert for a file.</summary>
    AprExpert Write(AprSource source, int expert);

    /// <summary>An expert from a file.</summary>
    /// <exception cref="ModelFormatException">It is of other sizes, or holds what cannot be.</exception>
    void Read(AprExpert read, AprTarget target, int expert);
}
