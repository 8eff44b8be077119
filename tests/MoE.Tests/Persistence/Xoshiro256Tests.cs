using System.Linq;
using MoE.Numerics;
using Shouldly;
using Xunit;

namespace MoE.Tests.Persistence;

public class Xoshiro256Tests
{
    [Fact]
    public void Generates_the_published_numbers()
    {
        Xoshiro256 random = new(1, 2, 3, 4);
        Enumerable.Range(0, 10).Select(_ => random.Next()).ShouldBe(
        [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600,
            16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
        ]);
    }

    [Fact]
    public void Splitmix_generates_the_published_numbers()
    {
        ulong state = 1234567;
        Enumerable.Range(0, 5).Select(_ => Xoshiro256.SplitMix64(ref state)).ShouldBe(
        [
            6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821,
        ]);
    }

    [Fact]
    public void Streams_of_a_seed_and_of_its_neighbour_differ()
    {
        ulong[] first = [.. from seed in Enumerable.Range(0, 8) from stream in Enumerable.Range(0, 8) select Xoshiro256.ForStream((ulong)seed, stream).Next()];
        first.Distinct().Count().ShouldBe(64);
    }
}
