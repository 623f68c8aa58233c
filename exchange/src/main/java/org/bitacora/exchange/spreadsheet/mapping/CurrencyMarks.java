package org.bitacora.exchange.spreadsheet.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bitacora.domain.activity.Currencies;

/**
 * The currency marks of an amount as it is displayed: symbols, codes of ISO 4217 and names, before or after the number,
 * also several of them ({@code US$ 1,234.50 USD}). Some symbols are used for several currencies.
 *
 * @param marks the marks in the order in which they occur
 */
record CurrencyMarks(List<String> marks) {

    /** Letters and currency signs, with the points and slashes between and after them: {@code R$}, {@code S/.}. */
    private static final Pattern MARK = Pattern.compile("[\\p{L}\\p{Sc}]+(?:[./]+[\\p{L}\\p{Sc}]*)*");

    /**
     * The currencies whose symbol is $: dollars and pesos, but not the Brazilian real, R$ (Unicode CLDR, narrow
     * symbols).
     */
    private static final Set<String> DOLLARS_AND_PESOS = Set.of(
            "ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "CUP", "DOP", "FJD", "GYD", "HKD",
            "JMD", "KYD", "LRD", "MXN", "NAD", "NZD", "SBD", "SGD", "SRD", "TTD", "TWD", "USD", "UYU", "XCD");

    /** The symbols and names, in capitals and without points, and the currencies that they can mean. */
    private static final Map<String, Set<String>> CURRENCIES = Map.ofEntries(
            Map.entry("$", DOLLARS_AND_PESOS),
            Map.entry("R$", Set.of("BRL")),
            Map.entry("REAL", Set.of("BRL")),
            Map.entry("REAIS", Set.of("BRL")),
            Map.entry("US$", Set.of("USD")),
            Map.entry("U$S", Set.of("USD")),
            Map.entry("U$D", Set.of("USD")),
            Map.entry("U$", Set.of("USD")),
            Map.entry("USD$", Set.of("USD")),
            Map.entry("AR$", Set.of("ARS")),
            Map.entry("A$", Set.of("AUD", "ARS")),
            Map.entry("AU$", Set.of("AUD")),
            Map.entry("CA$", Set.of("CAD")),
            Map.entry("C$", Set.of("CAD", "NIO")),
            Map.entry("CLP$", Set.of("CLP")),
            Map.entry("COL$", Set.of("COP")),
            Map.entry("MX$", Set.of("MXN")),
            Map.entry("MEX$", Set.of("MXN")),
            Map.entry("RD$", Set.of("DOP")),
            Map.entry("$U", Set.of("UYU")),
            Map.entry("UY$", Set.of("UYU")),
            Map.entry("NZ$", Set.of("NZD")),
            Map.entry("HK$", Set.of("HKD")),
            Map.entry("S/", Set.of("PEN")),
            Map.entry("SOLES", Set.of("PEN")),
            Map.entry("BS", Set.of("BOB", "VES")),
            Map.entry("B/", Set.of("PAB")),
            Map.entry("Q", Set.of("GTQ")),
            Map.entry("L", Set.of("HNL")),
            Map.entry("₲", Set.of("PYG")),
            Map.entry("GS", Set.of("PYG")),
            Map.entry("₡", Set.of("CRC")),
            Map.entry("€", Set.of("EUR")),
            Map.entry("EURO", Set.of("EUR")),
            Map.entry("EUROS", Set.of("EUR")),
            Map.entry("£", Set.of("GBP", "FKP", "GIP", "SHP", "EGP", "LBP", "SYP", "SSP", "SDG")),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("JP¥", Set.of("JPY")),
            Map.entry("CN¥", Set.of("CNY")),
            Map.entry("RMB", Set.of("CNY")),
            Map.entry("₩", Set.of("KRW", "KPW")),
            Map.entry("₹", Set.of("INR")),
            Map.entry("₽", Set.of("RUB")),
            Map.entry("₺", Set.of("TRY")),
            Map.entry("₪", Set.of("ILS")),
            Map.entry("₫", Set.of("VND")),
            Map.entry("₱", Set.of("PHP", "CUP")),
            Map.entry("₴", Set.of("UAH")),
            Map.entry("₦", Set.of("NGN")),
            Map.entry("KR", Set.of("DKK", "NOK", "SEK", "ISK")),
            Map.entry("FR", Set.of("CHF")));

    /** Finds the marks in a text. */
    static CurrencyMarks of(String text) {
        return new CurrencyMarks(MARK.matcher(TextNormalizer.simplify(text))
                .results()
                .map(MatchResult::group)
                .toList());
    }

    /** Returns the text without its currency marks. */
    static String withoutMarks(String text) {
        return MARK.matcher(TextNormalizer.simplify(text)).replaceAll("").strip();
    }

    /**
     * Returns the currencies that every mark can mean; empty if a mark is unknown or if two marks contradict each
     * other. Requires at least one mark.
     */
    Set<String> possible() {
        var common = new TreeSet<>(meanings(marks.getFirst()));
        marks.forEach(mark -> common.retainAll(meanings(mark)));
        return common;
    }

    private static Collection<String> meanings(String mark) {
        var key = mark.replace(".", "").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(CURRENCIES.get(key))
                .orElseGet(() -> Currencies.exists(key) ? Set.of(key) : Set.of());
    }
}
