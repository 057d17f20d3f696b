using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ostrakon.Server.Hosting;

/// <summary>What the server counts. Instruments are safe for any number of threads.</summary>
sealed class Telemetry
{
    public const string Name = "Ostrakon";

    readonly Counter<long> queries, hits, documents, events;
    readonly Histogram<double> screening, reading;

    public Telemetry(IMeterFactory meters, ListsInUse lists)
    {
        var meter = meters.Create(Name, EngineVersion.Engine);
        queries = meter.CreateCounter<long>("ostrakon.queries", "{query}", "Queries answered");
        hits = meter.CreateCounter<long>("ostrakon.hits", "{hit}", "Hits at or above the threshold");
        documents = meter.CreateCounter<long>("ostrakon.documents", "{document}", "Documents read into briefs");
        events = meter.CreateCounter<long>("ostrakon.events", "{event}", "Events found in documents");
        screening = meter.CreateHistogram("ostrakon.screening.duration", "s", "Time to answer one query",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.1, 1] });
        reading = meter.CreateHistogram("ostrakon.reading.duration", "s", "Time to read one document",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5] });
        meter.CreateObservableGauge("ostrakon.list.age", () => Ages(lists), "d", "Days since the version in use was published");
        meter.CreateObservableGauge("ostrakon.list.entries", () => Entries(lists), "{entry}", "Entries of the version in use");
    }

    public void Screened(int total, long began)
    {
        queries.Add(1);
        hits.Add(total);
        screening.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    public void Read(int eventCount, long began)
    {
        documents.Add(1);
        events.Add(eventCount);
        reading.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    static List<Measurement<int>> Ages(ListsInUse lists)
    {
        using var use = lists.Use();
        var age = lists.Age;
        return [.. use.Snapshot.Lists.Select(l => new Measurement<int>(age.Days(l), new KeyValuePair<string, object?>("list", l.List)))];
    }

    static List<Measurement<int>> Entries(ListsInUse lists)
    {
        using var use = lists.Use();
        return [.. use.Snapshot.Lists.Select(l => new Measurement<int>(l.Entries, new KeyValuePair<string, object?>("list", l.List), new("version", l.Version)))];
    }

    /// <summary>Metrics for Prometheus at <c>/metrics</c>; traces and metrics to a collector where OTEL_EXPORTER_OTLP_ENDPOINT names one.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Telemetry>();
        var telemetry = services.AddOpenTelemetry()
            .WithMetrics(static m => m.AddMeter(Name).AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddPrometheusExporter());
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not { Length: > 0 }) return;
        telemetry.WithTracing(static t => t.AddAspNetCoreInstrumentation()).UseOtlpExporter();
    }
}
