using System.Collections.Generic;

namespace MoE.Generators.Planning;

/// <summary>A router of the library and what its constructor is given.</summary>
/// <param name="Type">A class of MoE.Routing.</param>
/// <param name="Arguments">Parameters by name; whole numbers, float or double numbers, flags.</param>
internal sealed record RouterPlan(string Type, IReadOnlyList<(string Name, object Value)> Arguments);
