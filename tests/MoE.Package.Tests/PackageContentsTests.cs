using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace MoE.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class PackageContentsTests(PackageFixture package)
{
    [Fact]
    public void The_package_holds_these_files_and_no_other() =>
        PackageContents.Of(package.PackagePath).ShouldBe(PackageContents.Expected);

    [Fact]
    public void A_stray_file_would_be_seen()
    {
        using var folder = new TemporaryFolder();
        string copy = folder["MoE.Gen.nupkg"];
        File.Copy(package.PackagePath, copy);
        using (ZipArchive archive = ZipFile.Open(copy, ZipArchiveMode.Update)) archive.CreateEntry("lib/net10.0/MoE.Specification.dll");

        PackageContents.Of(copy).Except(PackageContents.Expected).ShouldBe(["lib/net10.0/MoE.Specification.dll"]);
    }

    [Fact]
    public void The_package_depends_on_nothing()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackagePath);
        using Stream nuspec = archive.GetEntry("MoE.Gen.nuspec")!.Open();
        XElement metadata = XElement.Load(nuspec).Elements().Single();

        metadata.Descendants().Count(element => element.Name.LocalName == "dependency").ShouldBe(0);
        metadata.Elements().Single(element => element.Name.LocalName == "license").Value.ShouldBe("MIT");
        metadata.Elements().Single(element => element.Name.LocalName == "readme").Value.ShouldBe("README.md");
    }
}
