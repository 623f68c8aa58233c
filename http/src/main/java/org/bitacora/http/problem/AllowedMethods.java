package org.bitacora.http.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the methods that each path allows, for the {@code Allow} header of a 405. */
@Singleton
class AllowedMethods {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*}");

    private final BeanManager beanManager;
    private volatile @Nullable Map<String, SortedSet<String>> byTemplate;

    AllowedMethods(BeanManager beanManager) {
        this.beanManager = beanManager;
    }

    /**
     * Returns the methods of the template that matches the path; empty if no template matches. If several templates
     * match, the one with the most literal characters applies.
     */
    Set<String> of(String path) {
        return templates().entrySet().stream()
                .filter(it -> path.matches(VARIABLE.matcher(it.getKey()).replaceAll("[^/]+")))
                .max(Comparator.comparingInt(it -> literalLength(it.getKey())))
                .<Set<String>>map(Map.Entry::getValue)
                .orElseGet(Set::of);
    }

    private static int literalLength(String template) {
        return VARIABLE.matcher(template).replaceAll("").length();
    }

    private Map<String, SortedSet<String>> templates() {
        var known = byTemplate;
        if (known == null) {
            known = read();
            byTemplate = known;
        }
        return known;
    }

    private Map<String, SortedSet<String>> read() {
        var templates = new TreeMap<String, SortedSet<String>>();
        beanManager.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Stream.of(type.getMethods()))
                .forEach(method -> add(templates, method));
        return templates;
    }

    private static void add(Map<String, SortedSet<String>> templates, Method method) {
        for (var annotation : method.getAnnotations()) {
            var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                var allowed = templates.computeIfAbsent(template(method), _ -> new TreeSet<>());
                allowed.add("OPTIONS");
                allowed.add(verb.value());
                if (verb.value().equals(HttpMethod.GET)) {
                    allowed.add(HttpMethod.HEAD);
                }
            }
        }
    }

    private static String template(Method method) {
        var own = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
        var all = Stream.concat(
                Stream.of(method.getDeclaringClass().getAnnotation(Path.class).value()), own.stream());
        return all.map(AllowedMethods::withoutSlashes)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static String withoutSlashes(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
