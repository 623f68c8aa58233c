package org.bitacora.benchmarks;

import java.util.List;
import java.util.Set;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.suite.ArchiveImportMeasurement;
import org.bitacora.benchmarks.suite.AsOfQueryMeasurement;
import org.bitacora.benchmarks.suite.BatchAppendMeasurement;
import org.bitacora.benchmarks.suite.BreakdownQueryMeasurement;
import org.bitacora.benchmarks.suite.CachedReadMeasurement;
import org.bitacora.benchmarks.suite.CrossTerritoryQueryMeasurement;
import org.bitacora.benchmarks.suite.HotTerritoryAppendMeasurement;
import org.bitacora.benchmarks.suite.ImportMemoryMeasurement;
import org.bitacora.benchmarks.suite.ImportRateMeasurement;
import org.bitacora.benchmarks.suite.KafkaIntakeMeasurement;
import org.bitacora.benchmarks.suite.KafkaLatencyMeasurement;
import org.bitacora.benchmarks.suite.KafkaRelayMeasurement;
import org.bitacora.benchmarks.suite.MultiNodeMeasurement;
import org.bitacora.benchmarks.suite.MultiNodeMeasurement.NodeWorkload;
import org.bitacora.benchmarks.suite.NodeFailoverMeasurement;
import org.bitacora.benchmarks.suite.ObservationQueryMeasurement;
import org.bitacora.benchmarks.suite.PeakMemoryMeasurement;
import org.bitacora.benchmarks.suite.RebuildMeasurement;
import org.bitacora.benchmarks.suite.ScorecardAsOfMeasurement;
import org.bitacora.benchmarks.suite.ScorecardQueryMeasurement;
import org.bitacora.benchmarks.suite.SdmxCsvMeasurement;
import org.bitacora.benchmarks.suite.SdmxMemoryMeasurement;
import org.bitacora.benchmarks.suite.SingleAppendMeasurement;
import org.bitacora.benchmarks.suite.StartupMeasurement;
import org.bitacora.benchmarks.suite.StreamLatencyMeasurement;
import org.bitacora.benchmarks.suite.StreamMemoryMeasurement;
import org.bitacora.benchmarks.suite.VisibilityMeasurement;
import org.bitacora.benchmarks.testbed.TerritoryScale;

/**
 * A group of measurements in the order of the report. {@code partitions} is the number of partitions per Kafka topic; 0
 * means no Kafka.
 */
record MeasurementGroup(String name, List<Measurement> measurements, int partitions) {

    private MeasurementGroup(String name, List<Measurement> measurements) {
        this(name, measurements, 0);
    }

    /** From a posted event to an observation that is read. */
    static final MeasurementGroup FIRST = new MeasurementGroup(
            "first",
            List.of(
                    new BatchAppendMeasurement(),
                    new SingleAppendMeasurement(),
                    new HotTerritoryAppendMeasurement(),
                    new VisibilityMeasurement(),
                    new RebuildMeasurement(),
                    new ObservationQueryMeasurement(),
                    CachedReadMeasurement.FIGURE,
                    new PeakMemoryMeasurement(),
                    new StartupMeasurement()));

    /** Observations over a million activities, and spreadsheet imports. */
    static final MeasurementGroup INDICATORS = new MeasurementGroup(
            "indicators",
            List.of(
                    new BreakdownQueryMeasurement(TerritoryScale.DEFAULT),
                    new CrossTerritoryQueryMeasurement(TerritoryScale.DEFAULT),
                    new AsOfQueryMeasurement(TerritoryScale.DEFAULT),
                    new ImportRateMeasurement(),
                    new ImportMemoryMeasurement()));

    /** Scorecards over a territory of 10,000 activities. */
    static final MeasurementGroup STRATEGY = new MeasurementGroup(
            "strategy",
            List.of(new ScorecardQueryMeasurement(), CachedReadMeasurement.SCORECARD, new ScorecardAsOfMeasurement()));

    /** Streams and Kafka. */
    static final MeasurementGroup CHANNELS = new MeasurementGroup(
            "channels",
            List.of(
                    new StreamLatencyMeasurement(),
                    new StreamMemoryMeasurement(),
                    new KafkaIntakeMeasurement(),
                    new KafkaRelayMeasurement(),
                    new KafkaLatencyMeasurement()),
            2);

    /** Exports and imports of partners. */
    static final MeasurementGroup PARTNERS = new MeasurementGroup(
            "partners", List.of(new SdmxCsvMeasurement(), new SdmxMemoryMeasurement(), new ArchiveImportMeasurement()));

    /** One, two and three nodes over one database and one Kafka cluster. */
    static final MeasurementGroup SCALE = new MeasurementGroup(
            "scale",
            List.of(
                    new MultiNodeMeasurement(1, NodeWorkload.IN),
                    new MultiNodeMeasurement(2, NodeWorkload.IN),
                    new MultiNodeMeasurement(3, NodeWorkload.IN),
                    new MultiNodeMeasurement(1, NodeWorkload.FOLLOW),
                    new MultiNodeMeasurement(2, NodeWorkload.FOLLOW),
                    new MultiNodeMeasurement(3, NodeWorkload.FOLLOW),
                    new MultiNodeMeasurement(1, NodeWorkload.OUT),
                    new MultiNodeMeasurement(2, NodeWorkload.OUT),
                    new MultiNodeMeasurement(3, NodeWorkload.OUT),
                    new NodeFailoverMeasurement()),
            6);

    /** Observations over ten times the data. */
    static final MeasurementGroup LARGE = new MeasurementGroup(
            "large",
            List.of(
                    new BreakdownQueryMeasurement(TerritoryScale.DEFAULT),
                    new CrossTerritoryQueryMeasurement(TerritoryScale.DEFAULT),
                    new AsOfQueryMeasurement(TerritoryScale.DEFAULT),
                    new BreakdownQueryMeasurement(TerritoryScale.LARGE),
                    new CrossTerritoryQueryMeasurement(TerritoryScale.LARGE),
                    new AsOfQueryMeasurement(TerritoryScale.LARGE)));

    static final List<MeasurementGroup> ALL = List.of(FIRST, INDICATORS, STRATEGY, CHANNELS, PARTNERS, SCALE, LARGE);

    /**
     * The run order: first the measurements that a larger log would slow down, then those that warm up code for later
     * ones, the restart last.
     */
    private static final List<String> ORDER = List.of(
            "rebuild",
            "figure-cached",
            "figure",
            "visible",
            "append-batch",
            "append-single",
            "append-hot",
            "memory",
            "start",
            "scorecard-cached",
            "scorecard-as-of",
            "scorecard",
            "as-of",
            "across",
            "cut",
            "as-of-x10",
            "across-x10",
            "cut-x10",
            "import",
            "import-memory",
            "stream",
            "kafka-told",
            "kafka-in",
            "kafka-out",
            "stream-memory",
            "sdmx-csv",
            "archive-in",
            "sdmx-memory",
            "nodes-1-in",
            "nodes-1-follow",
            "nodes-1-out",
            "nodes-2-in",
            "nodes-2-follow",
            "nodes-2-out",
            "handover",
            "nodes-3-in",
            "nodes-3-follow",
            "nodes-3-out");

    MeasurementGroup {
        measurements = List.copyOf(measurements);
    }

    /** Returns the measurements with these names, or all if no name is given. */
    List<Measurement> select(Set<String> names) {
        return measurements.stream()
                .filter(it -> names.isEmpty() || names.contains(it.name()))
                .toList();
    }

    /** Returns the measurements in run order. */
    static List<Measurement> inRunOrder(List<Measurement> selected) {
        return ORDER.stream()
                .flatMap(name -> selected.stream().filter(it -> it.name().equals(name)))
                .toList();
    }
}
