namespace MoE.Benchmarks.Learn.Models;

/// <summary>What covertype-15k asks for, in the order of its numbers 1 to 7.</summary>
internal enum CoverType
{
    SpruceFir,
    LodgepolePine,
    PonderosaPine,
    CottonwoodWillow,
    Aspen,
    DouglasFir,
    Krummholz,
}
