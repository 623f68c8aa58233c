package org.bitacora.benchmarks.testbed;

import org.bitacora.benchmarks.load.Web;

/** An application that is ready, with connections to it and to its database. */
record Running(Application application, Database database, Web web) implements AutoCloseable {

    static Running of(Application application) {
        return new Running(application, Database.of(application.data()), new Web(application.port()));
    }

    @Override
    public void close() {
        web.close();
        application.close();
        database.end();
    }
}
