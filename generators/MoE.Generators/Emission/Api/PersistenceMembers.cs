using System.Collections.Generic;
using MoE.Specification;

namespace MoE.Generators.Emission.Api;

/// <summary>Load and save.</summary>
internal static class PersistenceMembers
{
    public static IEnumerable<Member> Of(ModelSpec spec)
    {
        string name = spec.Declaration.Name;
        string file = "global::MoE.Generated." + GeneratedFile.ClassName(spec.Declaration, "File");
        yield return Loader("string path", "path");
        yield return Loader("string path, string prefix", "path, prefix");
        yield return Loader("global::System.IO.Stream stream", "stream");
        yield return Loader("global::System.ReadOnlySpan<byte> file", "file");
        yield return Saver("string path", "path");
        yield return Saver("global::System.IO.Stream stream", "stream");

        Member Loader(string parameters, string arguments) => new(
            Member.Inherited,
            $"public static {name} Load({parameters})",
            $"=> new({file}.Load({arguments}));");

        Member Saver(string parameters, string argument) => new(
            Member.Inherited,
            $"public void Save({parameters})",
            $"=> {file}.Save({argument}, _parameters{(spec.HoldsState ? ", _mixture.States(\"\")" : "")});");
    }
}
