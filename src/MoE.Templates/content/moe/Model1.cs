using MoE;

namespace Company.Models;

#if (isClassifier)
[MixtureOfExperts(inputs: INPUTS, TopK = TOPK)]
#else
[MixtureOfExperts(inputs: INPUTS, outputs: OUTPUTS, TopK = TOPK)]
#endif
[FeedForwardExpert(32, Count = EXPERTS)]
#if (isClassifier)
[Classifier<ClassEnum>]
#endif
[Training]
public sealed partial class Model1;
#if (isClassifier)

public enum ClassEnum
{
    First,
    Second,
}
#endif
