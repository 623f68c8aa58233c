package org.bitacora.server.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bitacora.http.problem.ProblemStatuses;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The problem statuses of an operation: the statuses of shared mechanisms, which follow from the operation, and the
 * statuses that its method declares with {@link ProblemStatuses}.
 */
final class OperationStatuses {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
    private static final DotName PROBLEM_STATUSES = DotName.createSimple(ProblemStatuses.class);

    /** The operations that do not query the database. */
    private static final Set<String> WITHOUT_DATABASE = Set.of(
            "entry",
            "listIndicators",
            "getIndicator",
            "listIndicatorVersions",
            "listRubrics",
            "listStrategyTemplates",
            "getStrategyTemplate",
            "listTemplates",
            "getTemplate");

    /**
     * The operations that ignore {@code Accept} or fall back to a default format, so that they never
     * respond with 406.
     */
    private static final Set<String> WITHOUT_NEGOTIATION =
            Set.of("getArchive", "getCatalog", "getCsvw", "getFeed", "publish", "stream");

    /** The operations whose responses have an entity tag. */
    private static final Set<String> CONDITIONAL = Set.of(
            "explainDifference",
            "getActivity",
            "getActivityHistory",
            "getActivityMap",
            "getActorMap",
            "getAttainment",
            "getFeed",
            "getPublication",
            "getScorecard",
            "getStrategy",
            "getStrategyMap",
            "getTerritory",
            "listActivities",
            "listActivitiesOfActor",
            "listEvidence",
            "listPublications",
            "observe",
            "readChanges");

    private final Map<String, MethodInfo> methods = new HashMap<>();

    OperationStatuses(IndexView index) {
        index.getAnnotations(OPERATION).stream()
                .filter(it -> it.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(it -> it.value("operationId") != null)
                .forEach(it -> methods.put(
                        it.value("operationId").asString(), it.target().asMethod()));
    }

    boolean isConditional(Operation operation) {
        return CONDITIONAL.contains(operation.getOperationId());
    }

    /** Returns the statuses whose responses are problems. */
    Set<String> problems(Operation operation) {
        var id = operation.getOperationId();
        var statuses = new TreeSet<>(Set.of("400", "500"));
        if (!WITHOUT_DATABASE.contains(id)) {
            statuses.add("503");
        }
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            statuses.add("401");
        }
        if (operation.getRequestBody() != null) {
            statuses.addAll(Set.of("413", "415"));
        }
        if (!WITHOUT_NEGOTIATION.contains(id)) {
            statuses.add("406");
        }
        for (int status : stated(id)) {
            statuses.add(Integer.toString(status));
        }
        return statuses;
    }

    private int[] stated(String id) {
        var method = Objects.requireNonNull(methods.get(id), id);
        var stated = method.annotation(PROBLEM_STATUSES);
        return stated == null ? new int[0] : stated.value().asIntArray();
    }
}
