package org.bitacora.projections.actor;

import java.time.Instant;
import org.bitacora.domain.json.Json;

/**
 * A version of an actor: its document from a position of its territory's log on.
 *
 * @param territory the territory of the actor
 * @param actor the code of the actor
 * @param position the position of the entry that started this version
 * @param recordedAt when that entry was recorded
 * @param document the registered data of the actor
 */
public record ActorVersion(String territory, String actor, long position, Instant recordedAt, Json.Obj document) {}
