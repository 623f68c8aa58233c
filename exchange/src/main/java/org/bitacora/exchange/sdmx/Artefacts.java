package org.bitacora.exchange.sdmx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitacora.domain.indicator.Definition;
import org.bitacora.projections.territory.TerritoryRow;

/**
 * The structural metadata (SDMX-JSON 2.0): the dimensions, the measure and the attributes of observations, and their
 * codes.
 */
final class Artefacts {

    private static final List<String> FREQUENCIES = List.of("A", "M");
    private static final List<String> STATUSES = List.of("A", "P", "U");

    private final Collection<Definition> definitions;
    private final List<TerritoryRow> territories;
    private final SdmxTexts sdmxTexts;

    Artefacts(Collection<Definition> definitions, List<TerritoryRow> territories, SdmxTexts sdmxTexts) {
        this.definitions = List.copyOf(definitions);
        this.territories = List.copyOf(territories);
        this.sdmxTexts = sdmxTexts;
    }

    /** Returns the artefacts of each kind, by the member of the structure message that contains them. */
    Map<String, List<Map<String, Object>>> all() {
        Map<String, List<Map<String, Object>>> all = new LinkedHashMap<>();
        all.put("dataflows", dataflows());
        all.put("dataStructures", List.of(structure()));
        all.put("conceptSchemes", List.of(concepts()));
        all.put("codelists", codelists());
        return all;
    }

    private Map<String, Object> artefact(String kind, String id, Map<String, Object> names) {
        var artefact = sdmxTexts.item(id, names);
        artefact.put("version", SdmxIdentifiers.VERSION);
        artefact.put("agencyID", SdmxIdentifiers.AGENCY);
        artefact.put("links", List.of(Map.of("rel", "self", "urn", SdmxIdentifiers.urn(kind, id))));
        return artefact;
    }

    private List<Map<String, Object>> dataflows() {
        return definitions.stream()
                .map(Definition::group)
                .distinct()
                .map(this::dataflow)
                .toList();
    }

    private Map<String, Object> dataflow(String group) {
        var flow = artefact(
                "datastructure.Dataflow", SdmxIdentifiers.dataflowId(group), sdmxTexts.label("group." + group));
        flow.put("structure", SdmxIdentifiers.urn("datastructure.DataStructure", SdmxIdentifiers.STRUCTURE));
        return flow;
    }

    private Map<String, Object> structure() {
        var structure = artefact(
                "datastructure.DataStructure", SdmxIdentifiers.STRUCTURE, sdmxTexts.label(SdmxIdentifiers.STRUCTURE));
        structure.put(
                "dataStructureComponents",
                Map.of(
                        "dimensionList",
                        Map.of(
                                "id",
                                "DimensionDescriptor",
                                "dimensions",
                                List.of(
                                        dimension(SdmxIdentifiers.FREQ, 1, "CL_FREQ"),
                                        dimension(SdmxIdentifiers.AREA, 2, "CL_AREA"),
                                        dimension(SdmxIdentifiers.INDICATOR, 3, "CL_INDICATOR")),
                                "timeDimension",
                                component(SdmxIdentifiers.TIME, format("ObservationalTimePeriod"))),
                        "attributeList",
                        Map.of("id", "AttributeDescriptor", "attributes", attributes()),
                        "measureList",
                        Map.of("id", "MeasureDescriptor", "measures", List.of(measure()))));
        return structure;
    }

    /**
     * The measure. It has two members with the same meaning: {@code isMandatory}, which the published schema requires
     * but does not describe, and {@code usage}, the name in SDMX 3.0.
     */
    private static Map<String, Object> measure() {
        var measure = component(SdmxIdentifiers.VALUE, format("Decimal"));
        measure.put("usage", "mandatory");
        measure.put("isMandatory", true);
        return measure;
    }

    private static Map<String, Object> format(String dataType) {
        return Map.of("format", Map.of("dataType", dataType));
    }

    private static Map<String, Object> coded(String codelist) {
        return Map.of("enumeration", SdmxIdentifiers.codelistUrn(codelist));
    }

    private static Map<String, Object> component(String id, Map<String, Object> representation) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("id", id);
        component.put("conceptIdentity", SdmxIdentifiers.conceptUrn(id));
        component.put("localRepresentation", representation);
        return component;
    }

    private static Map<String, Object> dimension(String id, int position, String codelist) {
        var dimension = component(id, coded(codelist));
        dimension.put("position", position);
        return dimension;
    }

    private static List<Map<String, Object>> attributes() {
        return List.of(
                attribute(SdmxIdentifiers.STATUS, coded("CL_OBS_STATUS"), AttributeRelationships.BY_OBSERVATION),
                attribute(SdmxIdentifiers.NUMERATOR, format("Decimal"), AttributeRelationships.BY_OBSERVATION),
                attribute(SdmxIdentifiers.DENOMINATOR, format("Decimal"), AttributeRelationships.BY_OBSERVATION),
                attribute(SdmxIdentifiers.UNPLACED, format("Integer"), AttributeRelationships.BY_OBSERVATION),
                attribute(
                        SdmxIdentifiers.UNIT,
                        format("String"),
                        AttributeRelationships.byDimension(SdmxIdentifiers.INDICATOR)),
                attribute(
                        SdmxIdentifiers.DEFINITION,
                        format("Integer"),
                        AttributeRelationships.byDimension(SdmxIdentifiers.INDICATOR)),
                attribute(
                        SdmxIdentifiers.POSITION,
                        format("Long"),
                        AttributeRelationships.byDimension(SdmxIdentifiers.AREA)));
    }

    private static Map<String, Object> attribute(
            String id, Map<String, Object> representation, Map<String, Object> relationship) {
        var attribute = component(id, representation);
        attribute.put("usage", id.equals(SdmxIdentifiers.STATUS) ? "mandatory" : "optional");
        attribute.put("attributeRelationship", relationship);
        return attribute;
    }

    private Map<String, Object> concepts() {
        var scheme = artefact(
                "conceptscheme.ConceptScheme", SdmxIdentifiers.CONCEPTS, sdmxTexts.label(SdmxIdentifiers.CONCEPTS));
        scheme.put(
                "concepts",
                Stream.of(
                                SdmxIdentifiers.FREQ,
                                SdmxIdentifiers.AREA,
                                SdmxIdentifiers.INDICATOR,
                                SdmxIdentifiers.TIME,
                                SdmxIdentifiers.VALUE,
                                SdmxIdentifiers.STATUS,
                                SdmxIdentifiers.NUMERATOR,
                                SdmxIdentifiers.DENOMINATOR,
                                SdmxIdentifiers.UNPLACED,
                                SdmxIdentifiers.UNIT,
                                SdmxIdentifiers.DEFINITION,
                                SdmxIdentifiers.POSITION)
                        .map(id -> sdmxTexts.item(id, sdmxTexts.label(id)))
                        .toList());
        return scheme;
    }

    private List<Map<String, Object>> codelists() {
        return List.of(
                codelist("CL_FREQ", FREQUENCIES, it -> sdmxTexts.item(it, sdmxTexts.label("FREQ." + it))),
                codelist("CL_AREA", territories, it -> sdmxTexts.item(it.code, sdmxTexts.untranslated(it.name))),
                codelist("CL_INDICATOR", definitions, this::indicator),
                codelist("CL_OBS_STATUS", STATUSES, it -> sdmxTexts.item(it, sdmxTexts.label("OBS_STATUS." + it))));
    }

    private Map<String, Object> indicator(Definition definition) {
        var code = sdmxTexts.item(SdmxIdentifiers.indicatorId(definition.code()), sdmxTexts.names(definition.name()));
        var purpose = sdmxTexts.names(definition.metadata().purpose());
        code.put("description", purpose.get("name"));
        code.put("descriptions", purpose.get("names"));
        return code;
    }

    private <T> Map<String, Object> codelist(String id, Collection<T> items, Function<T, Map<String, Object>> code) {
        var list = artefact("codelist.Codelist", id, sdmxTexts.label(id));
        var codes = new ArrayList<Map<String, Object>>();
        items.forEach(it -> codes.add(code.apply(it)));
        list.put("codes", codes);
        return list;
    }
}
