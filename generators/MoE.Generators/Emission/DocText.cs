namespace MoE.Generators.Emission;

/// <summary>Text inside doc comments: a type of the user's may be generic.</summary>
internal static class DocText
{
    public static string Of(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;");
}
