package org.bitacora.exchange.spreadsheet.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.territory.Countries;

/**
 * Country names and their ISO 3166-1 codes: alpha-2 and alpha-3 codes, the names in Spanish, Portuguese and English
 * (from the Unicode CLDR), and other names in use. Case, accents and spaces do not matter.
 */
final class CountryNames {

    private static final List<Locale> LANGUAGES =
            List.of(Locale.forLanguageTag("es"), Locale.forLanguageTag("pt"), Locale.forLanguageTag("en"));

    /** Names in use that are not in the CLDR. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry(
                    "US",
                    "eeuu|ee.uu.|ee uu|eua|e.u.a.|u.s.|u.s.a.|estados unidos de america|united states of america"),
            Map.entry("GB", "uk|u.k.|gran bretana|gra-bretanha|great britain|inglaterra|england|escocia|scotland"),
            Map.entry("NL", "holanda|holland|the netherlands"),
            Map.entry("CZ", "republica checa|republica tcheca|tchequia|czech republic|chequia"),
            Map.entry("KR", "corea|coreia|korea|republica de corea|republic of korea|coreia do sul|corea del sur"),
            Map.entry("KP", "corea del norte|coreia do norte|north korea"),
            Map.entry("RU", "federacion rusa|federacao russa|russian federation"),
            Map.entry("CN", "republica popular china|people's republic of china|prc"),
            Map.entry("TW", "taipei chino|republica de china"),
            Map.entry("HK", "hong kong"),
            Map.entry("MO", "macao|macau"),
            Map.entry("VN", "viet nam|vietna|vietname"),
            Map.entry("IR", "iran|ira|irao|islamic republic of iran"),
            Map.entry("SY", "siria|syrian arab republic"),
            Map.entry("VE", "republica bolivariana de venezuela"),
            Map.entry("BO", "estado plurinacional de bolivia"),
            Map.entry("TZ", "united republic of tanzania"),
            Map.entry("MD", "moldavia|moldova|republic of moldova"),
            Map.entry("MK", "macedonia|macedonia del norte|north macedonia"),
            Map.entry("CD", "rdc|drc|republica democratica del congo|republica democratica do congo"),
            Map.entry("CG", "congo|republica del congo"),
            Map.entry("CI", "costa de marfil|costa do marfim|ivory coast|cote d'ivoire"),
            Map.entry("CV", "cabo verde|cape verde"),
            Map.entry("SZ", "suazilandia|swazilandia|swaziland|eswatini"),
            Map.entry("MM", "birmania|burma|myanmar"),
            Map.entry("TL", "timor oriental|timor leste|timor-leste|east timor"),
            Map.entry("VA", "santa sede|santa se|holy see|vaticano|vatican"),
            Map.entry("PS", "palestina|palestine|estado de palestina"),
            Map.entry("TR", "turquia|turkey|turkiye"),
            Map.entry("AE", "eau|uae|u.a.e."),
            Map.entry("PG", "papua nueva guinea|papua nova guine|papua new guinea"),
            Map.entry("BA", "bosnia|bosnia y herzegovina|bosnia e herzegovina"),
            Map.entry("FM", "micronesia"),
            Map.entry("BY", "bielorrusia|bielorrussia|belarus|belarús"));

    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** Returns the alpha-2 code of the country with this name. */
    static Optional<String> code(String name) {
        return Countries.exists(name)
                ? Optional.of(name)
                : Optional.ofNullable(CODES.get(TextNormalizer.normalize(name)));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            codes.put(TextNormalizer.normalize(code), code);
            codes.put(TextNormalizer.normalize(country.getISO3Country()), code);
            LANGUAGES.forEach(
                    language -> codes.put(TextNormalizer.normalize(country.getDisplayCountry(language)), code));
        }
        OTHERS.forEach((code, names) ->
                List.of(names.split("\\|")).forEach(name -> codes.put(TextNormalizer.normalize(name), code)));
        return Map.copyOf(codes);
    }
}
