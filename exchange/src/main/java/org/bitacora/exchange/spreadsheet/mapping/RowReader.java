package org.bitacora.exchange.spreadsheet.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a sheet, as a mapping says. */
public final class RowReader {

    private final Mapping mapping;
    private final Header header;
    private final NameReader names;

    /** For the rows beneath a header that has all columns of the mapping. */
    public RowReader(Mapping mapping, Header header) {
        this.mapping = mapping;
        this.header = header;
        this.names = new NameReader(mapping);
    }

    /** The name of the activity of a row, and the text that it was made of; empty where it has none. */
    public Optional<Name> name(Row row) {
        return isData(row) ? names.read(new Place(header, row)) : Optional.empty();
    }

    /**
     * The name of an activity.
     *
     * @param activity the name
     * @param written what stands in the sheet: two texts may come to the same name
     */
    public record Name(String activity, String written) {}

    /**
     * A row whose activity is known, and that is still to be read.
     *
     * @param name the name of the activity; empty where it names none
     * @param isTelling whether it may say anything of it
     */
    public record Seen(Row row, String name, boolean isTelling) {}

    /** Looks whose a row is. Rows are looked at in their order: one may go on with the activity of the row above. */
    public Seen look(Row row) {
        if (!isData(row)) {
            return new Seen(row, "", false);
        }
        var place = new Place(header, row);
        var name = names.read(place).map(Name::activity).orElse("");
        return new Seen(row, name, mapping.events().stream().anyMatch(it -> isMeant(it, place)));
    }

    /** What a row says; many threads may read at once. */
    public RowRead read(Seen seen) {
        int number = seen.row().number();
        if (!seen.isTelling()) {
            return new RowRead.Nothing(number, seen.name());
        }
        var faults = new ArrayList<Fault>();
        var steps = steps(new Place(header, seen.row()), faults);
        if (seen.name().isEmpty()) {
            faults.add(new Fault(
                    number,
                    String.join(" + ", names.columns()),
                    "",
                    "It names the activity, and nothing stands in it."));
        }
        return faults.isEmpty()
                ? new RowRead.Told(number, seen.name(), steps)
                : new RowRead.Wrong(number, seen.name(), faults);
    }

    private boolean isData(Row row) {
        return row.number() > header.rowNumber()
                && !row.isBlank()
                && !header.isRepeatedBy(row)
                && mapping.layout().skip().stream()
                        .noneMatch(it -> Folded.of(row.beginning()).startsWith(Folded.of(it)));
    }

    private List<RowRead.Step> steps(Place place, List<Fault> faults) {
        var told = mapping.events().stream().filter(it -> isTold(it, place)).toList();
        return told.isEmpty() ? List.of() : new StepReader(mapping, place, faults).read(told);
    }

    /** Whether an event can be of this row at all. */
    private static boolean isMeant(Mapping.Telling telling, Place place) {
        return telling.when().entrySet().stream().allMatch(it -> it.getValue()
                .contains(Folded.of(place.cell(it.getKey()).shown())));
    }

    /** Whether the row tells it; where the day on which it was is deleted, it no longer does. */
    private boolean isTold(Mapping.Telling telling, Place place) {
        return isMeant(telling, place)
                && telling.on()
                        .flatMap(on -> on.taken().findFirst())
                        .map(on -> !on.column()
                                .cells(place, mapping.forms())
                                .cells()
                                .isEmpty())
                        .orElse(true);
    }
}
