using ErrorTriage.Models;

namespace ErrorTriage;

/// <summary>Which forest is to know which categories.</summary>
public static class Specialities
{
    /// <summary>The forest whose errors these are.</summary>
    public static ForestTriage.Expert Of(ErrorCategory category) => category switch
    {
        ErrorCategory.Scope or ErrorCategory.Privacy or ErrorCategory.ConstUnsafe or ErrorCategory.Other => ForestTriage.Expert.Scope,
        ErrorCategory.Method or ErrorCategory.Pattern => ForestTriage.Expert.Method,
        _ => ForestTriage.Expert.Type,
    };
}
