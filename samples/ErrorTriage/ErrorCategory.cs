namespace ErrorTriage;

/// <summary>What a compiler error is about; the names of the data's category column, without its underscores.</summary>
public enum ErrorCategory
{
    /// <summary>Mismatched types, inference, unsatisfied bounds, calls, operators and casts (E0308, E0277, E0282, ...).</summary>
    Type,

    /// <summary>Names that do not resolve (E0425, E0412, E0433, ...).</summary>
    Scope,

    /// <summary>Traits, implementations and generics (E0107, E0391, E0403, ...).</summary>
    Trait,

    /// <summary>Moves, borrows and assignments (E0382, E0502, E0597, ...).</summary>
    Borrow,

    /// <summary>Constant evaluation and unsafe code (E0080, E0015, E0133, ...).</summary>
    ConstUnsafe,

    /// <summary>Methods and fields (E0599, E0609, E0560, ...).</summary>
    Method,

    /// <summary>Patterns and matches (E0004, E0005, E0408, ...).</summary>
    Pattern,

    /// <summary>Lifetimes (E0261, E0309, E0700, ...).</summary>
    Lifetime,

    /// <summary>Items and fields that are not visible (E0603, E0616, ...).</summary>
    Privacy,

    /// <summary>The rest: unstable features, attributes, control flow and others (E0658, ...).</summary>
    Other,
}
