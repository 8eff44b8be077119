using MoE;
using MoEApp;

(float[] points, Side[] sides) = Sample(rows: 1000, seed: 1);
Disc model = Disc.Create(seed: 1);
FitReport report = model.Fit(points, sides, new FitOptions { Epochs = 30, LearningRate = 0.01 });
Console.WriteLine($"{report.Outcome} after {report.Epochs.Count} epochs, loss {report.Epochs[^1].Total:F3}");

model.Save("disc.safetensors");
Disc loaded = Disc.Load("disc.safetensors");

(float[] unseenPoints, Side[] unseenSides) = Sample(rows: 1000, seed: 2);
Console.WriteLine($"{loaded.Evaluate(unseenPoints, unseenSides).Accuracy:P1} of unseen points are right");
Console.WriteLine($"The middle is {loaded.Classify([0, 0])}, a corner is {loaded.Classify([0.9f, 0.9f])}");

// Points of the square from -1 to 1, and on which side of a disc each lies.
static (float[] Points, Side[] Sides) Sample(int rows, int seed)
{
    Random random = new(seed);
    float[] points = new float[rows * Disc.InputSize];
    Side[] sides = new Side[rows];
    for (int row = 0; row < rows; row++)
    {
        float x = points[2 * row] = (2 * random.NextSingle()) - 1;
        float y = points[(2 * row) + 1] = (2 * random.NextSingle()) - 1;
        sides[row] = (x * x) + (y * y) < 0.6f ? Side.Inside : Side.Outside;
    }

    return (points, sides);
}
