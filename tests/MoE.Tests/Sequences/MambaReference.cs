using System;
using System.Collections.Generic;

namespace MoE.Tests.Sequences;

/// <summary>state-spaces/mamba's block, row by row.</summary>
internal sealed class MambaReference(int width, int inner, int states, int taps, int rank) : IMixerReference
{
    public double[] Run(IReadOnlyDictionary<string, double[]> parameters, double[] x)
    {
        int rows = x.Length / width;
        double[] y = new double[x.Length], h = new double[inner * states];
        double[][] channels = new double[rows][];
        for (int row = 0; row < rows; row++)
        {
            double[] projected = Linear(parameters["in_proj.weight"], null, x.AsSpan(row * width, width));
            channels[row] = projected[..inner];
            double[] u = Convolve(parameters, channels, row);
            double[] selection = Linear(parameters["x_proj.weight"], null, u);
            double[] steps = Linear(parameters["dt_proj.weight"], parameters["dt_proj.bias"], selection.AsSpan(0, rank));
            double[] gated = new double[inner];
            for (int m = 0; m < inner; m++)
                gated[m] = Scan(h.AsSpan(m * states, states), Softplus(steps[m]), u[m], parameters["A_log"].AsSpan(m * states, states), selection, parameters["D"][m]) * SiLU(projected[inner + m]);
            Linear(parameters["out_proj.weight"], null, gated).CopyTo(y, row * width);
        }
        return y;
    }

    private double[] Convolve(IReadOnlyDictionary<string, double[]> parameters, double[][] channels, int row)
    {
        double[] u = new double[inner];
        for (int m = 0; m < inner; m++)
        {
            double sum = parameters["conv1d.bias"][m];
            for (int tap = 0; tap < taps; tap++)
            {
                int source = row - (taps - 1) + tap;
                if (source >= 0)
                    sum += parameters["conv1d.weight"][(m * taps) + tap] * channels[source][m];
            }
            u[m] = SiLU(sum);
        }
        return u;
    }

    private double Scan(Span<double> h, double step, double u, ReadOnlySpan<double> logarithms, double[] selection, double skip)
    {
        double y = 0;
        for (int n = 0; n < states; n++)
        {
            h[n] = (Math.Exp(-step * Math.Exp(logarithms[n])) * h[n]) + (step * u * selection[rank + n]);
            y += h[n] * selection[rank + states + n];
        }
        return y + (skip * u);
    }

    internal static double[] Linear(double[] weight, double[]? bias, ReadOnlySpan<double> x)
    {
        double[] y = new double[weight.Length / x.Length];
        for (int output = 0; output < y.Length; output++)
        {
            double sum = bias?[output] ?? 0;
            for (int input = 0; input < x.Length; input++)
                sum += weight[(output * x.Length) + input] * x[input];
            y[output] = sum;
        }
        return y;
    }

    private static double SiLU(double x) => x / (1 + Math.Exp(-x));

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
