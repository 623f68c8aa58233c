package org.bitacora.benchmarks.testbed;

import org.bitacora.benchmarks.load.LoadClient;

/** A running application with connections to it and to its database. */
record ApplicationSession(ApplicationProcess application, ApplicationDatabase database, LoadClient client)
        implements AutoCloseable {

    static ApplicationSession connect(ApplicationProcess applicationProcess) {
        return new ApplicationSession(
                applicationProcess,
                ApplicationDatabase.locate(applicationProcess.dataFolder()),
                new LoadClient(applicationProcess.port()));
    }

    @Override
    public void close() {
        client.close();
        application.close();
        database.stopIfLeftBehind();
    }
}
