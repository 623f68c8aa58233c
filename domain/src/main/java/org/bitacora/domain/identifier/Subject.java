package org.bitacora.domain.identifier;

import java.util.Optional;

/**
 * The subject of a log entry: the territory itself ({@code br-ba}), an activity or a series of it ({@code
 * br-ba/visita-2014}), or one of its actors, strategies, indicators, publications or members ({@code br-ba/actors/ufmg}).
 * Only this type builds and parses subjects; the log, JSON and CSV contain their {@link #text}.
 */
public sealed interface Subject {

    /** The territory whose log holds the entry. */
    TerritoryCode territory();

    /** What identifies the subject within its territory: the text after the first slash; empty for the territory itself. */
    String path();

    /** The subject as text, as in the attribute {@code subject} of an event. */
    default String text() {
        return territory().value() + SubjectParser.SEPARATOR + path();
    }

    /** Parses a subject; empty if the text has none of the forms. */
    static Optional<Subject> parse(String text) {
        return SubjectParser.parse(text);
    }

    /** Returns the subject with a path in a territory; empty if the path has none of the forms. */
    static Optional<Subject> within(String territory, String path) {
        return TerritoryCode.parse(territory).flatMap(it -> SubjectParser.parse(it, path));
    }

    /** Returns whether a text is a subject in the log of a territory, whatever its form. */
    static boolean isWithin(String territory, String text) {
        return text.equals(territory) || text.startsWith(territory + SubjectParser.SEPARATOR);
    }

    /** The territory itself: of the entries that register it. */
    record TerritorySubject(TerritoryCode territory) implements Subject {
        @Override
        public String path() {
            return "";
        }

        @Override
        public String text() {
            return territory.value();
        }
    }

    /** An activity, or a series of reported values: names of both have one form, and the type of the event tells which. */
    record ActivitySubject(TerritoryCode territory, ActivityName name) implements Subject {
        /** Creates the subject of stored codes; throws an exception if they are malformed. */
        public ActivitySubject(String territory, String name) {
            this(new TerritoryCode(territory), new ActivityName(name));
        }

        @Override
        public String path() {
            return name.value();
        }
    }

    /** An actor, by its code. */
    record ActorSubject(TerritoryCode territory, String actor) implements Subject {
        public ActorSubject {
            EntityCodes.require(actor);
        }

        @Override
        public String path() {
            return SubjectParser.ACTORS + actor;
        }
    }

    /** A strategy, by its code. */
    record StrategySubject(TerritoryCode territory, String strategy) implements Subject {
        public StrategySubject {
            EntityCodes.require(strategy);
        }

        @Override
        public String path() {
            return SubjectParser.STRATEGIES + strategy;
        }
    }

    /** An indicator that the territory defines. */
    record IndicatorSubject(TerritoryCode territory, IndicatorCode indicator) implements Subject {
        @Override
        public String path() {
            return SubjectParser.INDICATORS + indicator.value();
        }
    }

    /** A publication, by its code. */
    record PublicationSubject(TerritoryCode territory, String publication) implements Subject {
        public PublicationSubject {
            EntityCodes.require(publication);
        }

        /** Returns the subject of requested codes; empty if they are malformed. */
        public static Optional<PublicationSubject> of(String territory, String publication) {
            return TerritoryCode.parse(territory)
                    .filter(_ -> EntityCodes.isWellFormed(publication))
                    .map(it -> new PublicationSubject(it, publication));
        }

        @Override
        public String path() {
            return SubjectParser.PUBLICATIONS + publication;
        }
    }

    /** A territory as a member of this one. */
    record MemberSubject(TerritoryCode territory, TerritoryCode member) implements Subject {
        @Override
        public String path() {
            return SubjectParser.MEMBERS + member.value();
        }
    }
}
