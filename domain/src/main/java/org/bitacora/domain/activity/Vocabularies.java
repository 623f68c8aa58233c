package org.bitacora.domain.activity;

import java.util.List;

/** The closed vocabularies of an activity's data (design, section 3; cuaderno, chapters 1, 2 and 4). */
public final class Vocabularies {

    /** Whether the territory hosted an event or took part in it abroad. */
    public static final List<String> ROLE = List.of("hosted", "abroad");

    /** Planned by the city, or an answer to somebody's initiative. */
    public static final List<String> MOTIVATION = List.of("planned", "reactive");

    /** The five dimensions of Idea 7. */
    public static final List<String> DIMENSION =
            List.of("representation", "economy", "cooperation", "communication", "citizen-services");

    /** How large it is. */
    public static final List<String> SCALE = List.of("small", "medium", "large");

    /** Who pays (Step 15). */
    public static final List<String> FUNDING =
            List.of("municipal-budget", "autonomous-fund", "public-private", "cooperation");

    /** What a counterpart is. */
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

    /** The seven sectors of actors (section 3.2): the last two are the other offices and levels of government. */
    public static final List<String> SECTOR =
            List.of("social", "private", "international", "academic", "media", "other-government", "local-government");

    /** The spaces of a dialogue between several actors, each with a product of its own. */
    public static final List<String> SPACE = List.of("consultation", "deliberation", "negotiation", "accountability");

    private Vocabularies() {}
}
