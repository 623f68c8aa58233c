package org.bitacora.projections.indicator.reference;

import java.time.Instant;
import org.bitacora.domain.activity.EventKey;
import org.bitacora.domain.json.Json;

/** An entry of a log, as the API shows it. */
public record ReferenceEntry(long position, Instant at, EventKey key, String type, String subject, Json.Obj data) {}
