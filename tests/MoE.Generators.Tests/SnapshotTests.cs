using System.IO;
using Shouldly;
using Xunit;

namespace MoE.Generators.Tests;

/// <summary>Law 4: what is generated is read before it changes.</summary>
public class SnapshotTests
{
    [Fact]
    public void SmallModel() => SnapshotVerifier.Verify(Generation.Of("""
        using MoE;

        namespace Shop;

        public enum Kind { Order, Return, Complaint }

        [MixtureOfExperts(inputs: 5, TopK = 2)]
        [FeedForwardExpert(4, Name = "Quick")]
        [GatedExpert(3, Name = "Careful", Count = 2)]
        [Classifier<Kind>]
        [Training]
        public sealed partial class Triage;
        """).ShouldCompile(1).Result.GeneratedSources);

    [Fact]
    public void SparseModel() => SnapshotVerifier.Verify(Generation.Of("""
        using MoE;

        namespace Shop;

        [MixtureOfExperts(inputs: 500, outputs: 2, SparseInputs = true)]
        [FeedForwardExpert(8, Count = 2)]
        [Training]
        public sealed partial class Words;
        """).ShouldCompile(1).Result.GeneratedSources);

    [Fact]
    public void A_difference_would_be_found()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        try
        {
            string verified = Path.Combine(folder, "T.t#M.g.verified.cs"), received = Path.Combine(folder, "T.t#M.g.received.cs");
            File.WriteAllText(verified, "one\ntwo\n");
            SnapshotVerifier.VerifyIn(folder, "T.t", [("M.g.cs", "one\ntwo\n")]);
            File.Exists(received).ShouldBeFalse();

            Should.Throw<ShouldAssertException>(() => SnapshotVerifier.VerifyIn(folder, "T.t", [("M.g.cs", "one\n2\n")])).Message.ShouldContain("- two");
            File.ReadAllText(received).ShouldBe("one\n2\n");
            Should.Throw<ShouldAssertException>(() => SnapshotVerifier.VerifyIn(folder, "T.t", [])).Message.ShouldContain("no such file");
            File.ReadAllText(verified).ShouldBe("one\ntwo\n");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
