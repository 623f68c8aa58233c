package org.bitacora.projections.territory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The entity of a territory, as of its last registration. Read-only: only the projector writes its table. */
@Entity(name = "Territory")
@Immutable
@Table(name = "territory")
public class TerritoryRow {

    @Id
    @Column(name = "code")
    public String code = "";

    public String name = "";
    public String kind = "";
    public @Nullable String country;
    public String timezone = "UTC";
    public @Nullable String parent;

    /** The position of the registration. */
    public long position;

    /** The head position of the territory's log. */
    @Formula("(select h.position from head h where h.territory = code)")
    public long end;
}
