package org.bitacora.benchmarks;

import java.util.List;
import java.util.Set;
import org.bitacora.benchmarks.measurement.Measurement;
import org.bitacora.benchmarks.suite.Across;
import org.bitacora.benchmarks.suite.AppendBatch;
import org.bitacora.benchmarks.suite.AppendHot;
import org.bitacora.benchmarks.suite.AppendSingle;
import org.bitacora.benchmarks.suite.ArchiveIn;
import org.bitacora.benchmarks.suite.Cached;
import org.bitacora.benchmarks.suite.Cut;
import org.bitacora.benchmarks.suite.Figure;
import org.bitacora.benchmarks.suite.Handover;
import org.bitacora.benchmarks.suite.ImportMemory;
import org.bitacora.benchmarks.suite.ImportRows;
import org.bitacora.benchmarks.suite.KafkaIn;
import org.bitacora.benchmarks.suite.KafkaOut;
import org.bitacora.benchmarks.suite.KafkaTold;
import org.bitacora.benchmarks.suite.Memory;
import org.bitacora.benchmarks.suite.Nodes;
import org.bitacora.benchmarks.suite.Nodes.Work;
import org.bitacora.benchmarks.suite.PastMoment;
import org.bitacora.benchmarks.suite.RebuildAll;
import org.bitacora.benchmarks.suite.ScorecardFresh;
import org.bitacora.benchmarks.suite.ScorecardPast;
import org.bitacora.benchmarks.suite.SdmxCsv;
import org.bitacora.benchmarks.suite.SdmxMemory;
import org.bitacora.benchmarks.suite.Start;
import org.bitacora.benchmarks.suite.StreamMemory;
import org.bitacora.benchmarks.suite.Streamed;
import org.bitacora.benchmarks.suite.Visible;
import org.bitacora.benchmarks.testbed.Size;

/** Measurements that belong together, in the order of the report, with a Kafka of so many partitions a topic, or none. */
record Group(String name, List<Measurement> measurements, int partitions) {

    private Group(String name, List<Measurement> measurements) {
        this(name, measurements, 0);
    }

    /** From an event posted to a figure read. */
    static final Group FIRST = new Group(
            "first",
            List.of(
                    new AppendBatch(),
                    new AppendSingle(),
                    new AppendHot(),
                    new Visible(),
                    new RebuildAll(),
                    new Figure(),
                    Cached.FIGURE,
                    new Memory(),
                    new Start()));

    /** Figures over a million activities, and spreadsheets in. */
    static final Group INDICATORS = new Group(
            "indicators",
            List.of(
                    new Cut(Size.USUAL),
                    new Across(Size.USUAL),
                    new PastMoment(Size.USUAL),
                    new ImportRows(),
                    new ImportMemory()));

    /** Scorecards over a territory of 10,000 activities. */
    static final Group STRATEGY =
            new Group("strategy", List.of(new ScorecardFresh(), Cached.SCORECARD, new ScorecardPast()));

    /** What happens, told while it happens. */
    static final Group CHANNELS = new Group(
            "channels", List.of(new Streamed(), new StreamMemory(), new KafkaIn(), new KafkaOut(), new KafkaTold()), 2);

    /** What partners harvest. */
    static final Group PARTNERS = new Group("partners", List.of(new SdmxCsv(), new SdmxMemory(), new ArchiveIn()));

    /** One, two and three nodes over one database and one Kafka. */
    static final Group SCALE = new Group(
            "scale",
            List.of(
                    new Nodes(1, Work.IN),
                    new Nodes(2, Work.IN),
                    new Nodes(3, Work.IN),
                    new Nodes(1, Work.FOLLOW),
                    new Nodes(2, Work.FOLLOW),
                    new Nodes(3, Work.FOLLOW),
                    new Nodes(1, Work.OUT),
                    new Nodes(2, Work.OUT),
                    new Nodes(3, Work.OUT),
                    new Handover()),
            6);

    /** How figures grow with ten times the data. */
    static final Group LARGE = new Group(
            "large",
            List.of(
                    new Cut(Size.USUAL),
                    new Across(Size.USUAL),
                    new PastMoment(Size.USUAL),
                    new Cut(Size.LARGE),
                    new Across(Size.LARGE),
                    new PastMoment(Size.LARGE)));

    static final List<Group> ALL = List.of(FIRST, INDICATORS, STRATEGY, CHANNELS, PARTNERS, SCALE, LARGE);

    /** First what a log grown by the others would slow down, then what warms the ways of those after it, last the stop. */
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

    Group {
        measurements = List.copyOf(measurements);
    }

    /** Those of these names; all where none is named. */
    List<Measurement> only(Set<String> names) {
        return measurements.stream()
                .filter(it -> names.isEmpty() || names.contains(it.name()))
                .toList();
    }

    /** The same in the order in which they run. */
    static List<Measurement> toRun(List<Measurement> chosen) {
        return ORDER.stream()
                .flatMap(name -> chosen.stream().filter(it -> it.name().equals(name)))
                .toList();
    }
}
