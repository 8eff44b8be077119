using System.Collections.Generic;

namespace MoE.Generators.Emission.Api;

/// <summary>A member of the model class.</summary>
/// <param name="Doc">Lines of the doc comment, without slashes; none for what users do not see.</param>
/// <param name="Signature">All before the body.</param>
/// <param name="Body">Statements, or one line that begins with => .</param>
/// <param name="IsPublic">Whether an invalid model has it, too, with a body that throws.</param>
internal sealed record Member(string Doc, string Signature, string Body, bool IsPublic = true)
{
    public const string Inherited = "<inheritdoc/>";

    public static Member Hidden(string signature, string body) => new("", signature, body, IsPublic: false);
}
