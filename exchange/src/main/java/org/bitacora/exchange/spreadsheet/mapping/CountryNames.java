package org.bitacora.exchange.spreadsheet.mapping;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitacora.domain.territory.Countries;
import org.bitacora.http.language.Languages;

/**
 * Country names and their codes: ISO 3166-1 alpha-2 and alpha-3 codes in capitals, and names in Spanish, Portuguese and
 * English. The names are those of ISO 3166-1, of the United Nations (M49, UNTERM), of the Unicode CLDR, and others in
 * use; {@code country-names.csv} states the source of each. Case, accents, punctuation and articles do not matter.
 */
final class CountryNames {

    private static final String FILE = "country-names.csv";
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N} ]+");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern ARTICLE = Pattern.compile("^(the|el|la|los|las|o|a|os|as|l) (?=.)");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,4}");

    private static final Map<String, String> CODES = loadCodes();
    private static final Map<String, String> NAMES = loadNames();

    private CountryNames() {}

    /** Returns the code of the country with this name or code; see {@link Countries}. */
    static Optional<String> code(String name) {
        var simple = TextNormalizer.simplify(name);
        return Optional.ofNullable(CODE.matcher(simple).matches() ? CODES.get(simple) : null)
                .or(() -> Optional.ofNullable(NAMES.get(key(simple))));
    }

    /** The form in which names are compared. */
    private static String key(String name) {
        var plain = TextNormalizer.normalize(name.replace("&", " and "));
        var words = SPACES.matcher(PUNCTUATION.matcher(plain).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return ARTICLE.matcher(words).replaceFirst("");
    }

    private static Map<String, String> loadCodes() {
        var codes = new HashMap<String, String>();
        Countries.codes().forEach(code -> {
            codes.put(code, code);
            if (code.length() == 2 && !code.equals(Countries.KOSOVO)) {
                codes.put(Locale.of("", code).getISO3Country(), code);
            }
        });
        return Map.copyOf(codes);
    }

    private static Map<String, String> loadNames() {
        var names = new HashMap<String, String>();
        try (var csv = CountryNames.class.getClassLoader().getResourceAsStream(FILE)) {
            if (csv == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            var rows = new CsvMapper()
                    .readerFor(Map.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Map<String, String>>readValues(csv);
            while (rows.hasNextValue()) {
                var row = rows.nextValue();
                names.putIfAbsent(key(row.getOrDefault("name", "")), row.getOrDefault("code", ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var code : Locale.getISOCountries()) {
            Languages.ALL.forEach(
                    language -> names.putIfAbsent(key(Locale.of("", code).getDisplayCountry(language)), code));
        }
        return Map.copyOf(names);
    }
}
