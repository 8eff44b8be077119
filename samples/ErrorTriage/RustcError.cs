namespace ErrorTriage;

/// <summary>One compiler error.</summary>
/// <param name="Message">What follows <c>error[E....]: </c>.</param>
/// <param name="Label">The text beside the <c>^^^</c> marks; empty where rustc prints none.</param>
/// <param name="Snippet">The source line that is marked.</param>
/// <param name="Category">What it is about.</param>
public sealed record RustcError(string Message, string Label, string Snippet, ErrorCategory Category);
