package org.bitacora.domain.activity;

import java.util.List;

/** The closed vocabularies of an activity's data (design, section 3; cuaderno, chapters 1, 2 and 4). */
public final class Vocabularies {

    /** The role of the territory in an event: host, or participant abroad. */
    public static final List<String> ROLE = List.of("hosted", "abroad");

    /** The motivation: planned by the city, or a reaction to the initiative of another party. */
    public static final List<String> MOTIVATION = List.of("planned", "reactive");

    /** The five dimensions of Idea 7. */
    public static final List<String> DIMENSION =
            List.of("representation", "economy", "cooperation", "communication", "citizen-services");

    /** The scale of an activity. */
    public static final List<String> SCALE = List.of("small", "medium", "large");

    /** The source of the funding (Step 15). */
    public static final List<String> FUNDING =
            List.of("municipal-budget", "autonomous-fund", "public-private", "cooperation");

    /** The type of a counterpart. */
    public static final List<String> COUNTERPART_TYPE = List.of(
            "local-government",
            "regional-government",
            "national-government",
            "international-organisation",
            "city-network",
            "company",
            "university",
            "civil-society",
            "cultural-institution",
            "media",
            "other");

    /** The seven sectors of actors (section 3.2). The last two are other offices and levels of government. */
    public static final List<String> SECTOR =
            List.of("social", "private", "international", "academic", "media", "other-government", "local-government");

    /** The spaces of a dialogue between several actors. Each has its own product. */
    public static final List<String> SPACE = List.of("consultation", "deliberation", "negotiation", "accountability");

    private Vocabularies() {}
}
