package org.bitacora.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitacora.domain.activity.ActivityEvents.event;
import static org.bitacora.domain.activity.ActivityEvents.foldInEveryOrder;
import static org.bitacora.domain.activity.ActivityEvents.key;
import static org.bitacora.domain.json.JsonText.json;

import org.junit.jupiter.api.Test;

class ActivityFoldMergeTest {

    @Test
    void theLaterStatementApplies() {
        var first = event("2014-01-01", "visit.announced", "{'title': 'Rosario', 'scale': 'small'}");
        var later = event("2014-01-02", "visit.announced", "{'title': 'Delegation of Rosario'}");

        var activity = foldInEveryOrder(first, later);

        assertThat(activity.data()).isEqualTo(json("{'title': 'Delegation of Rosario', 'scale': 'small'}"));
    }

    @Test
    void theTimeOfAStatementPrecedesTheTransitionInMergeOrder() {
        var received = event("2014-01-01", "visit.received", "{'title': 'As received'}");
        var announced = event("2014-01-02", "visit.announced", "{'title': 'As announced, later'}");

        var activity = foldInEveryOrder(received, announced);

        assertThat(activity.title()).isEqualTo("As announced, later");
    }

    @Test
    void theFurtherTransitionOfSimultaneousStatementsApplies() {
        var announced = event(key("z", "9"), "2014-01-01", "agreement.proposed", "{'title': 'As proposed'}");
        var signed = event(key("m", "5"), "2014-01-01", "agreement.signed", "{'title': 'As signed', 'scale': 'small'}");
        var ended = event(key("a", "1"), "2014-01-01", "agreement.ended", "{'title': 'As ended'}");

        var activity = foldInEveryOrder(announced, signed, ended);

        assertThat(activity.data()).isEqualTo(json("{'title': 'As ended', 'scale': 'small'}"));
    }

    @Test
    void theGreaterSourceOfEqualTransitionsApplies() {
        var one = event(key("a", "9"), "2014-01-01", "visit.received", "{'title': 'Of a'}");
        var other = event(key("b", "1"), "2014-01-01", "visit.received", "{'title': 'Of b'}");

        var activity = foldInEveryOrder(one, other);

        assertThat(activity.title()).isEqualTo("Of b");
    }

    @Test
    void theGreaterIdOfEqualSourcesApplies() {
        var one = event(key("a", "1"), "2014-01-01", "visit.received", "{'title': 'One'}");
        var other = event(key("a", "2"), "2014-01-01", "visit.received", "{'title': 'Two'}");

        var activity = foldInEveryOrder(one, other);

        assertThat(activity.title()).isEqualTo("Two");
    }

    @Test
    void objectsAreMergedAndListsAreReplaced() {
        var first =
                event("2014-01-01", "visit.announced", "{'quantities': {'delegates': 5, 'jobs': 1}, 'sdgs': [1, 2]}");
        var later = event("2014-01-02", "visit.received", "{'quantities': {'jobs': 2}, 'sdgs': [3]}");

        var activity = foldInEveryOrder(first, later);

        assertThat(activity.data()).isEqualTo(json("{'quantities': {'delegates': 5, 'jobs': 2}, 'sdgs': [3]}"));
    }

    @Test
    void aNullMemberOfAStatementStatesNothing() {
        var first = event("2014-01-01", "visit.announced", "{'title': 'Rosario', 'start': '2014', 'on': '2013'}");
        var later = event("2014-01-02", "visit.announced", "{'title': null, 'start': null, 'on': null}");

        var activity = foldInEveryOrder(first, later);

        assertThat(activity).isEqualTo(foldInEveryOrder(first));
    }

    @Test
    void aNestedNullMemberOfAStatementStatesNothing() {
        var first = event("2014-01-01", "visit.announced", "{'title': 'x', 'quantities': {'delegates': 5}}");
        var later = event("2014-01-02", "visit.received", "{'quantities': {'delegates': null, 'jobs': 2}}");

        var activity = foldInEveryOrder(first, later);

        assertThat(activity.quantities()).isEqualTo(json("{'delegates': 5, 'jobs': 2}"));
    }

    @Test
    void aRepeatedEventCountsOnce() {
        var first = event("2014-01-01", "visit.announced", "{'title': 'Rosario'}");
        var correction = event("2014-01-02", "activity.corrected", "{'title': 'Delegation of Rosario'}");

        var activity = foldInEveryOrder(first, correction, first, correction);

        assertThat(activity).isEqualTo(foldInEveryOrder(first, correction));
    }
}
