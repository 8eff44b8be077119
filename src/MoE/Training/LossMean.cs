namespace MoE.Training;

/// <summary>The row-weighted mean of batch losses.</summary>
internal struct LossMean
{
    private double _task;
    private double _loadBalance;
    private double _routerZ;
    private long _rows;

    /// <summary>Numbers of a state.</summary>
    public const int Values = 4;

    /// <summary>The sums, to go on from elsewhere.</summary>
    public readonly double[] State => [_task, _loadBalance, _routerZ, _rows];

    /// <summary>The mean of such sums.</summary>
    public static LossMean Of(double[] state) => new() { _task = state[0], _loadBalance = state[1], _routerZ = state[2], _rows = (long)state[3] };

    public void Add(LossReport batch, int rows)
    {
        _task += batch.Task * rows;
        _loadBalance += batch.LoadBalance * rows;
        _routerZ += batch.RouterZ * rows;
        _rows += rows;
    }

    public readonly LossReport ToReport() => new(_task / _rows, _loadBalance / _rows, _routerZ / _rows);
}
