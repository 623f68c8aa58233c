package org.bitacora.domain.refusal;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An explanation for the caller: an English template and its arguments. The template is also the key of its
 * translations, so that the domain knows no language but English.
 *
 * @param template a sentence in English with the placeholders {@code {0}}, {@code {1}}…, one for each argument
 * @param arguments the values of the placeholders: a {@code Detail}, which is translated too, or a text, which is not
 */
public record Detail(String template, List<Object> arguments) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    public Detail {
        arguments = List.copyOf(arguments);
    }

    /**
     * Returns a detail.
     *
     * @param arguments the values of the placeholders; objects other than details are converted to texts, and a list to
     *     its items, separated by commas
     */
    public static Detail of(String template, Object... arguments) {
        return new Detail(template, Stream.of(arguments).map(Detail::argument).toList());
    }

    private static Object argument(Object value) {
        return switch (value) {
            case Detail detail -> detail;
            case Iterable<?> items -> joined(items);
            default -> value.toString();
        };
    }

    private static String joined(Iterable<?> items) {
        var text = new StringBuilder();
        items.forEach(item -> text.append(text.isEmpty() ? "" : ", ").append(item));
        return text.toString();
    }

    /** The detail in English. */
    public String english() {
        return render(UnaryOperator.identity());
    }

    /**
     * The detail in another language.
     *
     * @param translation the translation of a template, with the same placeholders; the template itself if there is none
     */
    public String render(UnaryOperator<String> translation) {
        return PLACEHOLDER
                .matcher(translation.apply(template))
                .replaceAll(placeholder -> Matcher.quoteReplacement(value(placeholder, translation)));
    }

    private String value(MatchResult placeholder, UnaryOperator<String> translation) {
        int index = Integer.parseInt(placeholder.group(1));
        if (index >= arguments.size()) {
            return placeholder.group();
        }
        return arguments.get(index) instanceof Detail detail
                ? detail.render(translation)
                : arguments.get(index).toString();
    }

    @Override
    public String toString() {
        return english();
    }
}
