using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Reflection;
using Embedded;
using MoE;

// Both clocks are read first: everything after is the program's own work.
TimeSpan sinceStart = DateTime.Now - Process.GetCurrentProcess().StartTime;
TimeSpan processorTime = Environment.CpuUsage.TotalTime;
const int TimedCalls = 100_000;

long loading = Stopwatch.GetTimestamp();
LetterReader reader;
using (Stream weights = Resource("letters.safetensors")) reader = LetterReader.Load(weights);
TimeSpan loaded = Stopwatch.GetElapsedTime(loading);

LetterRows rows;
using (var table = new StreamReader(Resource("rows.tsv"))) rows = new LetterRows(table);
var read = new Letter[rows.Letters.Length];
reader.Classify(rows.Features, read);
int right = 0;
for (int row = 0; row < read.Length; row++)
{
    if (read[row] == rows.Letters[row]) right++;
}
Console.WriteLine($"written       {string.Concat(rows.Letters)}");
Console.WriteLine($"read          {string.Concat(read)}   {right} of {read.Length} right");

ReadOnlySpan<float> one = rows.Features.AsSpan(0, LetterReader.InputSize);
for (int call = 0; call < TimedCalls; call++) reader.Classify(one);
long classifying = Stopwatch.GetTimestamp();
for (int call = 0; call < TimedCalls; call++) reader.Classify(one);
double nanoseconds = Stopwatch.GetElapsedTime(classifying).TotalNanoseconds / TimedCalls;

Print($"executable    {new FileInfo(Environment.ProcessPath!).Length / 1024.0:F0} KiB, {LetterReader.ParameterCount} parameters in it");
Print($"start-up      {sinceStart.TotalMilliseconds:F0} ms from the process's start (which Linux notes to 10 ms), {processorTime.TotalMilliseconds:F1} ms of it computing");
Print($"loading       {loaded.TotalMilliseconds:F2} ms");
Print($"instructions  {InstructionSet.Current}");
Print($"a letter      {nanoseconds:F0} ns");

static Stream Resource(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
