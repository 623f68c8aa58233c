package org.bitacora.server.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sets the maximum length of the texts of the contract that declare none. Limits are listed by the name of
 * the text: {@code Schema.member}, {@code operation?parameter}, {@code ?parameter} or {@code member}; the
 * most specific name applies. A text without a limit fails the build. In lists, the limit applies to the
 * items.
 */
final class TextLimits {

    /** The value for bodies in text formats, which have no limit. */
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Map<String, Integer> LIMITS = Stream.of("""
            10        LocalDate date end start since until MemberResponse.from MemberResponse.to TransitionDates.from
            10        TransitionDates.to StatusOverride.until listActivities?from listActivities?to role
            4         countries country
            20        status references reason oldReason ?detail kind
            30        Instant recordedAt time timestamp
            32        traceId
            36        delivery ?id ImportResponse.id AccessKeyResponse.id SubscriptionResponse.id DeliveryResponse.id
            40        asOf baseline method sector diffStrategy?from diffStrategy?to explainDifference?from
            40        explainDifference?to
            63        t m parent territory territories
            64        s p strategy objective measure from to hash timezone publicKey key StrategyMapObjective.code
            64        StrategyMapPerspective.code ScorecardMeasure.code ScorecardObjective.code ScorecardPerspective.code
            64        ScorecardAssessment.code AccessKeyResponse.key
            69        period baselinePeriod causePeriod
            100       code indicator indicators by category categories type tags agency context resource version
            100       secret Problem.title Problem.type getSdmxStructure?id getSdmxStructureOfVersion?id
            128       a activity series missing
            200       file column rubric territoryName If-Match types TerritoryResponse.name header
            200       ApiLinksResponse.territories ApiLinksResponse.indicators events contract documentation
            201       value ImportErrorGroup.values ImportWarning.values unreadColumns
            203       subject parked
            192       cursor
            1000      q title detail pointer improvements inconsistencies CellError.reason SubscriptionResponse.description
            1000      ImportErrorGroup.reason ImportWarning.reason
            1024      id source postedBy readLog?id
            2000      url
            4000      actor aliases author capabilities description en es pt formula group hypothesis information label
            4000      limits meaning measures member name note owner purpose result text unit
            4000      IndicatorResponse.source ImportResponse.detail ActorMapEntry.code ActorResponse.code
            4000      ActorMapEntry.type ActorRequest.type ActorResponse.type fronts FeedItem.title StatusOverride.reason
            4000      ParkedActivityResponse.reason SubscriptionResponse.reason
            5050      observeMany?indicator
            8192      deliveries outcomes changes feed_url home_page_url FeedItem.url getSdmxDataOfKey?key
            32768     Last-Event-ID lastEventId
            41500     after
            65536     observeMany?territory getBenchmark?territories stream?territory listDeliveries?territory
            70000     evidence next href
            262144    mapping
            2147483647 content_text
            """.split("\n"))
            .flatMap(TextLimits::entries)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private TextLimits() {}

    private static Stream<Map.Entry<String, Integer>> entries(String line) {
        var words = List.of(line.strip().split("\\s+"));
        var limit = Integer.valueOf(words.getFirst());
        return words.stream().skip(1).map(name -> Map.entry(name, limit));
    }

    /** Sets the limit of every text of the contract that has none. */
    static void apply(OpenAPI contract) {
        contract.getComponents().getSchemas().forEach((name, schema) -> limit(name, name, schema));
        contract.getComponents().getParameters().forEach((_, parameter) -> limit("", parameter));
        contract.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .forEach(TextLimits::limit);
    }

    private static void limit(Operation operation) {
        var parameters = Optional.ofNullable(operation.getParameters()).orElse(List.of());
        parameters.forEach(parameter -> limit(operation.getOperationId(), parameter));
        if (operation.getRequestBody() != null) {
            limitContent(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(TextLimits::limit);
    }

    private static void limit(APIResponse response) {
        limitContent(response.getContent());
        Optional.ofNullable(response.getHeaders()).ifPresent(headers -> headers.values().stream()
                .flatMap(header -> Optional.ofNullable(header.getSchema()).stream())
                .forEach(schema -> limit("", "header", schema)));
    }

    private static void limit(String operation, Parameter parameter) {
        if (parameter.getSchema() != null) {
            limit(operation + "?", parameter.getName(), parameter.getSchema());
        }
    }

    private static void limitContent(@Nullable Content content) {
        if (content != null) {
            content.getMediaTypes().values().stream()
                    .flatMap(mediaType -> Optional.ofNullable(mediaType.getSchema()).stream())
                    .forEach(TextLimits::limitBody);
        }
    }

    private static void limitBody(Schema schema) {
        if (isText(schema)) {
            schema.setMaxLength(UNLIMITED);
        } else {
            limit("", "", schema);
        }
    }

    /**
     * Sets the limits of a schema and of the schemas in it. {@code name} is the name of the schema within {@code
     * owner}.
     */
    private static void limit(String owner, String name, Schema schema) {
        if (isText(schema)) {
            schema.setMaxLength(limitOf(owner, name));
        }
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((member, property) -> limit(owner, member, property));
        }
        if (schema.getItems() != null) {
            limit(owner, name, schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            limit(owner, name, schema.getAdditionalPropertiesSchema());
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .flatMap(schemas -> Optional.ofNullable(schemas).stream().flatMap(List::stream))
                .forEach(it -> limit(owner, name, it));
    }

    private static boolean isText(Schema schema) {
        return schema.getType() != null
                && schema.getType().contains(SchemaType.STRING)
                && schema.getEnumeration() == null
                && schema.getConstValue() == null
                && schema.getMaxLength() == null;
    }

    private static int limitOf(String owner, String name) {
        var isParameter = owner.endsWith("?");
        return Stream.of(isParameter ? owner + name : owner + "." + name, isParameter ? "?" + name : name, name)
                .flatMap(it -> Optional.ofNullable(LIMITS.get(it)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No limit of the text " + name + " of " + owner));
    }
}
