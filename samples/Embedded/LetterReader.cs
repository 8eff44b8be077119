using MoE;

namespace Embedded;

/// <summary>Tells a capital letter from 16 measures of its glyph. Without [Training] only what predicts is compiled in.</summary>
[MixtureOfExperts(LetterRows.Measures, TopK = 2)]
[FeedForwardExpert(64, Count = 8, Activation = Activation.SiLU)]
[Classifier<Letter>]
public sealed partial class LetterReader;
