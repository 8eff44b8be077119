using MoE.Tests.Models;

namespace Embedded
{
    public sealed partial class LetterReader : IClassifier<LetterReader, Letter>;
}

namespace ErrorTriage.Models
{
    public sealed partial class TriageMixture : IClassifier<TriageMixture, ErrorCategory>;

    public sealed partial class SingleExpert : IClassifier<SingleExpert, ErrorCategory>;
}
