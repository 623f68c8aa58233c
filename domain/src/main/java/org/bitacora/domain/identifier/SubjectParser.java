package org.bitacora.domain.identifier;

import java.util.Optional;

/** Parses subjects. */
final class SubjectParser {

    static final String SEPARATOR = "/";
    static final String ACTORS = "actors/";
    static final String STRATEGIES = "strategies/";
    static final String INDICATORS = "indicators/";
    static final String PUBLICATIONS = "publications/";
    static final String MEMBERS = "members/";

    private SubjectParser() {}

    static Optional<Subject> parse(String text) {
        int slash = text.indexOf(SEPARATOR);
        return slash < 0
                ? TerritoryCode.parse(text).map(Subject.TerritorySubject::new)
                : TerritoryCode.parse(text.substring(0, slash))
                        .flatMap(territory -> parse(territory, text.substring(slash + 1)));
    }

    static Optional<Subject> parse(TerritoryCode territory, String path) {
        int end = path.indexOf(SEPARATOR) + 1;
        var name = path.substring(end);
        return switch (path.substring(0, end)) {
            case "" -> ActivityName.parse(name).map(it -> new Subject.ActivitySubject(territory, it));
            case ACTORS -> code(name).map(it -> new Subject.ActorSubject(territory, it));
            case STRATEGIES -> code(name).map(it -> new Subject.StrategySubject(territory, it));
            case INDICATORS -> IndicatorCode.parse(name).map(it -> new Subject.IndicatorSubject(territory, it));
            case PUBLICATIONS -> code(name).map(it -> new Subject.PublicationSubject(territory, it));
            case MEMBERS -> TerritoryCode.parse(name).map(it -> new Subject.MemberSubject(territory, it));
            default -> Optional.empty();
        };
    }

    private static Optional<String> code(String text) {
        return Optional.of(text).filter(EntityCodes::isWellFormed);
    }
}
