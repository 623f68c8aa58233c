package org.bitacora.http;

import java.util.regex.Pattern;

/**
 * The size limit of the request bodies at certain paths. Slices produce beans of it for paths with another limit than the
 * usual one.
 *
 * @param path matches the path of the request
 * @param bytes the largest body allowed
 */
public record BodyLimitRule(Pattern path, long bytes) {}
