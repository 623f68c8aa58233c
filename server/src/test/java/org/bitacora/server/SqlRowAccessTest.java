package org.bitacora.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.sql.ResultSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Tests that columns of SQL rows are read by name. Adding a column to a statement then does not affect the other
 * columns.
 */
class SqlRowAccessTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.bitacora");

    /** The class that looks up the index of each column by its name, once for all rows of a result. */
    private static final String SHARED_ROW = "org.bitacora.projections.indicator.query.SharedRow";

    private static final Set<Class<?>> ROWS = Set.of(Row.class, Tuple.class, ResultSet.class);

    @Test
    void columnsAreReadByName() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(SHARED_ROW)
                .should()
                .callMethodWhere(readsColumnByIndex())
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> readsColumnByIndex() {
        return DescribedPredicate.describe("a column is read by its index", call -> {
            var parameters = call.getTarget().getRawParameterTypes();
            return ROWS.stream().anyMatch(call.getTargetOwner()::isEquivalentTo)
                    && call.getName().startsWith("get")
                    && !parameters.isEmpty()
                    && parameters.getFirst().isEquivalentTo(int.class);
        });
    }
}
