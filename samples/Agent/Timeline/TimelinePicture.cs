using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using Agent.Models;
using Melee;

namespace Agent.Timeline;

/// <summary>Draws a timeline as SVG: a band for each layer, cut at each state between its experts by their weights; situations below; time from left to right.</summary>
public sealed class TimelinePicture
{
    private const int Left = 90;
    private const int Width = 1400;
    private const int Top = 84;
    private const int Band = 96;
    private const int RegimeBand = 24;
    private const int Gap = 14;
    private const double FramesPerSecond = 60;
    private const int FramesOfState = 10;

    private readonly StringBuilder _svg = new();
    private readonly ExpertTimeline _timeline;
    private readonly int _first;
    private readonly double _scale;

    private TimelinePicture(ExpertTimeline timeline)
    {
        _timeline = timeline;
        _first = timeline.Game.States[0].Frame;
        _scale = (double)Width / (timeline.Game.States[^1].Frame + FramesOfState - _first);
    }

    /// <summary>The text of an SVG file.</summary>
    /// <param name="timeline">What to draw.</param>
    /// <param name="title">What it shows.</param>
    public static string Draw(ExpertTimeline timeline, string title) => new TimelinePicture(timeline).Draw(title);

    private string Draw(string title)
    {
        int regimes = Top + _timeline.Layers.Count * (Band + Gap);
        int height = regimes + RegimeBand + 44;
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Left + Width + 20} {height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        Text(Left, 24, title, "font-size=\"17\"");
        Legend(50, "expert", Enumerable.Range(0, AgentShape.Experts).Select(expert => (expert.ToString(CultureInfo.InvariantCulture), Colours.OfExpert(expert))));
        for (int index = 0; index < _timeline.Layers.Count; index++) Layer(_timeline.Layers[index], Top + index * (Band + Gap));
        Regimes(regimes);
        Axis(regimes + RegimeBand);
        Line($"</svg>");
        return _svg.ToString();
    }

    private void Layer(LayerRoutes layer, int top)
    {
        Text(Left - 8, top + Band / 2 + 4, string.Create(CultureInfo.InvariantCulture, $"layer {layer.Layer}"), "text-anchor=\"end\"");
        StringBuilder[] paths = [.. Enumerable.Range(0, AgentShape.Experts).Select(_ => new StringBuilder())];
        for (int state = 0; state < _timeline.Game.States.Count; state++)
        {
            double bottom = top + Band;
            for (int choice = state * AgentShape.TopK; choice < (state + 1) * AgentShape.TopK; choice++)
            {
                double share = Band * (double)layer.Weights[choice];
                bottom -= share;
                Box(paths[layer.Experts[choice]], state, bottom, share);
            }
        }

        for (int expert = 0; expert < paths.Length; expert++) Path(paths[expert], Colours.OfExpert(expert));
    }

    private void Regimes(int top)
    {
        Text(Left - 8, top + RegimeBand / 2 + 4, "situation", "text-anchor=\"end\"");
        Legend(top + RegimeBand + 34, "", Enum.GetValues<Regime>().Select(regime => (regime.ToString(), Colours.Of(regime))));
        foreach (Regime regime in Enum.GetValues<Regime>())
        {
            StringBuilder path = new();
            for (int state = 0; state < _timeline.Game.States.Count; state++)
                if (_timeline.Game.States[state].Regime == regime) Box(path, state, top, RegimeBand);
            Path(path, Colours.Of(regime));
        }
    }

    private void Axis(int top)
    {
        int end = (int)((_timeline.Game.States[^1].Frame - _first) / FramesPerSecond);
        for (int second = 0; second <= end; second += 10)
            Text(Left + second * FramesPerSecond * _scale, top + 15, string.Create(CultureInfo.InvariantCulture, $"{second} s"), "font-size=\"11\" fill=\"#555\"");
    }

    private void Legend(int baseline, string name, IEnumerable<(string Name, string Colour)> entries)
    {
        Text(Left - 8, baseline, name, "text-anchor=\"end\"");
        int x = Left;
        foreach ((string entry, string colour) in entries)
        {
            Line($"<rect x=\"{x}\" y=\"{baseline - 12}\" width=\"16\" height=\"16\" fill=\"{colour}\"/>");
            Text(x + 21, baseline, entry, "");
            x += 46 + 8 * entry.Length;
        }
    }

    // A state reaches to the next one; while a player respawns there is none.
    private void Box(StringBuilder path, int state, double top, double height)
    {
        double x = Left + (_timeline.Game.States[state].Frame - _first) * _scale;
        double width = FramesOfState * _scale;
        path.Append(CultureInfo.InvariantCulture, $"M{x:0.##} {top:0.#}h{width:0.##}v{height:0.#}h{-width:0.##}z");
    }

    private void Path(StringBuilder path, string colour)
    {
        if (path.Length > 0) Line($"<path fill=\"{colour}\" d=\"{path}\"/>");
    }

    private void Text(double x, int y, string text, string attributes)
    {
        if (text.Length > 0) Line($"<text x=\"{x:0.#}\" y=\"{y}\" {attributes}>{SecurityElement.Escape(text)}</text>");
    }

    private void Line(FormattableString line) => _svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
