using MoE;

namespace Embedded;

[Training(LoadBalanceWeight = 0.01)]
public sealed partial class LetterReader;
