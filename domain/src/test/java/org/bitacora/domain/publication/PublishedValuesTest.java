package org.bitacora.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.bitacora.domain.json.JsonText;
import org.bitacora.domain.publication.PublishedValues.PublishedValueDifference;
import org.junit.jupiter.api.Test;

/** The differences between a published report and the same report computed now. */
class PublishedValuesTest {

    @Test
    void pathsIdentifyListItemsByNameAndNotByIndex() {
        var published = JsonText.json("""
                {'period': '2014', 'total': 3, 'parts': [
                    {'category': 'a', 'value': 1, 'share': 0.33}, {'category': 'b', 'value': 2, 'share': 0.66}]}""");
        var now = JsonText.json("""
                {'period': '2014', 'total': 4.0, 'parts': [
                    {'category': 'b', 'value': 2.0, 'share': 0.5}, {'category': 'a', 'value': 2, 'share': 0.5}]}""");

        assertThat(PublishedValues.differences(published, now))
                .containsExactly(difference("/parts/a/value", "1", "2"), difference("/total", "3", "4.0"));
    }

    @Test
    void anAddedOrRemovedValueIsADifference() {
        var published = JsonText.json("{'items': [{'measure': {'measure': 'm', 'value': 1, 'target': null}}]}");
        var now = JsonText.json("{'items': [{'measure': {'measure': 'n', 'value': 2, 'target': null}}]}");

        assertThat(PublishedValues.differences(published, now))
                .containsExactly(
                        new PublishedValueDifference(
                                "/items/m/measure/value", Optional.of(BigDecimal.ONE), Optional.empty()),
                        new PublishedValueDifference(
                                "/items/n/measure/value", Optional.empty(), Optional.of(BigDecimal.TWO)));
        assertThat(PublishedValues.differences(published, published)).isEmpty();
    }

    @Test
    void aReportOfFormerNamesDoesNotDifferFromTheSameOfToday() {
        var published = JsonText.json("""
                {'whole': {'score': 50}, 'perspectives': [{'perspective': 'p', 'together': {}, 'objectives': [
                    {'objective': 'o', 'measures': [
                        {'measure': 'm', 'indicator': 'bh.actions', 'value': 1, 'target': 2},
                        {'measure': 'n', 'indicator': 'bh.actions', 'value': 3, 'target': 4}]}]}],
                 'results': [{'objective': 'o', 'measure': {'measure': 'm', 'value': 1}},
                             {'objective': 'o', 'measure': {'measure': 'n', 'value': 3}}]}""");
        var now = JsonText.json("""
                {'overall': {'score': 50}, 'perspectives': [{'code': 'p', 'rollup': {}, 'objectives': [
                    {'code': 'o', 'measures': [
                        {'code': 'n', 'indicator': 'bh.actions', 'value': 3, 'target': 4},
                        {'code': 'm', 'indicator': 'bh.actions', 'value': 1, 'target': 2}]}]}],
                 'results': [{'objective': 'o', 'measure': {'code': 'n', 'value': 3}},
                             {'objective': 'o', 'measure': {'code': 'm', 'value': 1}}]}""");

        assertThat(PublishedValues.valuesByPath(published)).hasSize(6);
        assertThat(PublishedValues.differences(published, now)).isEmpty();
    }

    @Test
    void partsOfTwoDimensionsAreToldByAllTheirMembers() {
        var published = JsonText.json("""
                {'parts': [{'member': 'a', 'member2': 'x', 'value': 1}, {'member': 'a', 'member2': 'y', 'value': 2}]}""");
        var now = JsonText.json("""
                {'parts': [{'member': 'a', 'further': [{'member': 'y', 'label': 'Y'}], 'value': 2},
                           {'member': 'a', 'further': [{'member': 'x', 'label': 'X'}], 'value': 5}]}""");

        assertThat(PublishedValues.differences(published, now))
                .containsExactly(difference("/parts/a,x/value", "1", "5"));
    }

    private static PublishedValueDifference difference(String figure, String published, String now) {
        return new PublishedValueDifference(
                figure, Optional.of(new BigDecimal(published)), Optional.of(new BigDecimal(now)));
    }
}
