package org.bitacora.projections.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The entity of an activity version. Read-only: only the projector writes its table. */
@Entity(name = "ActivityVersion")
@Immutable
@Table(name = "activity_version")
@IdClass(ActivityRow.ActivityVersionKey.class)
public class ActivityRow {

    @Id
    public String territory = "";

    @Id
    public String activity = "";

    @Id
    @Column(name = "known_from")
    public long knownFrom;

    @Column(name = "known_to")
    public @Nullable Long knownTo;

    @Column(name = "recorded_at")
    public Instant recordedAt = Instant.EPOCH;

    public String source = "";
    public @Nullable String kind;
    public String status = "";
    public String title = "";

    @Column(name = "start_text")
    public @Nullable String start;

    @Column(name = "end_text")
    public @Nullable String end;

    @Column(name = "planned_from")
    public @Nullable LocalDate plannedFrom;

    @Column(name = "planned_to")
    public @Nullable LocalDate plannedTo;

    @Column(name = "formalised_from")
    public @Nullable LocalDate formalisedFrom;

    @Column(name = "formalised_to")
    public @Nullable LocalDate formalisedTo;

    @Column(name = "ended_from")
    public @Nullable LocalDate endedFrom;

    @Column(name = "ended_to")
    public @Nullable LocalDate endedTo;

    public String[] categories = {};
    public String[] countries = {};
    public String[] inconsistencies = {};

    /** The merged data of the activity's events, as JSON text. */
    public String data = "{}";

    /** The primary key of an activity version. */
    public record ActivityVersionKey(String territory, String activity, long knownFrom) implements Serializable {}
}
