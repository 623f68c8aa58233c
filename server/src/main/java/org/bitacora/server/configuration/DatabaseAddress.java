package org.bitacora.server.configuration;

/**
 * The address of the PostgreSQL database.
 *
 * @param jdbcUrl the URL for JDBC
 * @param reactiveUrl the URL for the reactive client
 * @param user the role
 * @param password the password of the role
 */
public record DatabaseAddress(String jdbcUrl, String reactiveUrl, String user, String password) {

    /** Publishes the address as system properties, from which Quarkus and {@code DatabaseConfiguration} read it. */
    public void publishAsSystemProperties() {
        System.setProperty("bitacora.database.reactive-url", reactiveUrl);
        System.setProperty("bitacora.database.user", user);
        System.setProperty("bitacora.database.password", password);
    }

    /**
     * Returns the address of an external database, given as {@code postgresql://host:port/name}, optionally with the
     * prefix {@code jdbc:}.
     */
    public static DatabaseAddress fromUrl(String url, String user, String password) {
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        var named = plain.replaceFirst("^postgres://", "postgresql://");
        return new DatabaseAddress("jdbc:" + named, named, user, password);
    }
}
