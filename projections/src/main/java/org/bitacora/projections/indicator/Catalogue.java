package org.bitacora.projections.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.Definition;

/** The indicators that come with the application: data in the files of {@code indicators/}. */
public final class Catalogue {

    private static final List<String> FILES = List.of("indicators/belo-horizonte.yaml", "indicators/bahia.yaml");

    private final Map<String, Definition> byCode = new LinkedHashMap<>();

    private Catalogue() {}

    /** The catalogue, read from its files. */
    public static Catalogue read() {
        var catalogue = new Catalogue();
        FILES.forEach(catalogue::read);
        return catalogue;
    }

    private void read(String file) {
        try (var yaml = Catalogue.class.getClassLoader().getResourceAsStream(file)) {
            if (yaml == null) {
                throw new IllegalStateException("Missing from the application: " + file);
            }
            DefinitionReader.read(yaml).forEach(definition -> byCode.put(definition.code(), definition));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** All of them, in the order of the files. */
    public Collection<Definition> all() {
        return byCode.values();
    }

    /** The one of that code. */
    public Optional<Definition> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
