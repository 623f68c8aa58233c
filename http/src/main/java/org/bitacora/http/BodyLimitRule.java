package org.bitacora.http;

import java.util.regex.Pattern;

/**
 * The size limit of the request bodies at certain paths. Slices produce beans of this type for paths whose limit
 * differs from the default.
 *
 * @param path matches the path of the request
 * @param bytes the maximum size of the body in bytes
 */
public record BodyLimitRule(Pattern path, long bytes) {}
