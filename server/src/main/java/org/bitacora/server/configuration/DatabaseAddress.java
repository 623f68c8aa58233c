package org.bitacora.server.configuration;

/**
 * The PostgreSQL that is used.
 *
 * @param jdbcUrl for what waits
 * @param reactiveUrl for what does not
 * @param user the role
 * @param password its password
 */
public record DatabaseAddress(String jdbcUrl, String reactiveUrl, String user, String password) {

    /** Tells Quarkus, and the beans of this package, about it. */
    public void publishAsSystemProperties() {
        System.setProperty("bitacora.database.reactive-url", reactiveUrl);
        System.setProperty("bitacora.database.user", user);
        System.setProperty("bitacora.database.password", password);
    }

    /** An outside one, named as {@code postgresql://host:port/name}, with or without {@code jdbc:} before it. */
    public static DatabaseAddress fromUrl(String url, String user, String password) {
        var plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        var named = plain.replaceFirst("^postgres://", "postgresql://");
        return new DatabaseAddress("jdbc:" + named, named, user, password);
    }
}
