package org.bitacora.server.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitacora.domain.indicator.LocalizedText;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Marks members of responses as required if they are always present, and as nullable if they can be null.
 * Both follow from the record that Jackson writes: a component is absent only if {@link JsonInclude} omits
 * it.
 */
final class RequiredMembers {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName LOCALIZED_TEXT = DotName.createSimple(LocalizedText.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final Map<String, ClassInfo> records = new HashMap<>();

    RequiredMembers(IndexView index) {
        index.getKnownClasses().stream()
                .filter(RequiredMembers::isOfTheContract)
                .forEach(type -> records.put(schemaName(type), type));
    }

    private static boolean isOfTheContract(ClassInfo type) {
        return type.isRecord()
                && (type.hasDeclaredAnnotation(SCHEMA) || type.name().equals(LOCALIZED_TEXT));
    }

    private static String schemaName(ClassInfo type) {
        return value(type.declaredAnnotation(SCHEMA), "name")
                .map(AnnotationValue::asString)
                .filter(name -> !name.isEmpty())
                .orElse(type.simpleName());
    }

    /** Completes a schema of a response. Schemas of requests declare their required members themselves. */
    void complete(String name, Schema schema) {
        var type = records.get(name);
        if (type != null && schema.getProperties() != null && !name.endsWith("Request")) {
            type.recordComponents().forEach(component -> complete(type, component.name(), schema));
        }
    }

    private static void complete(ClassInfo type, String component, Schema schema) {
        var field = type.field(component);
        var name = value(field.annotation(PROPERTY), "value")
                .map(AnnotationValue::asString)
                .orElse(component);
        var property = schema.getProperties().get(name);
        if (property != null && isPresent(type, field)) {
            addRequired(schema, name);
            if (field.type().hasAnnotation(NULLABLE)) {
                allowNull(property);
            }
        }
    }

    private static void addRequired(Schema schema, String name) {
        if (schema.getRequired() == null || !schema.getRequired().contains(name)) {
            schema.addRequired(name);
        }
    }

    private static boolean isPresent(ClassInfo type, FieldInfo field) {
        var include = value(field.annotation(INCLUDE), "value")
                .or(() -> value(type.declaredAnnotation(INCLUDE), "value"))
                .map(AnnotationValue::asEnum)
                .orElse("ALWAYS");
        return switch (include) {
            case "NON_NULL" -> !field.type().hasAnnotation(NULLABLE);
            case "NON_EMPTY" -> false;
            default -> true;
        };
    }

    private static void allowNull(Schema property) {
        var types = property.getType();
        if (types != null && !types.contains(SchemaType.NULL)) {
            var all = new ArrayList<>(types);
            all.add(SchemaType.NULL);
            property.setType(List.copyOf(all));
        }
    }

    private static Optional<AnnotationValue> value(@Nullable AnnotationInstance annotation, String name) {
        return Optional.ofNullable(annotation).map(it -> it.value(name));
    }
}
