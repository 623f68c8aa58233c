package org.bitacora.api.territory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitacora.application.intake.Stating;
import org.bitacora.application.request.Ask;
import org.bitacora.application.request.Problem;
import org.bitacora.application.request.ProblemException;
import org.bitacora.application.territory.AsOf;
import org.bitacora.domain.activity.Occasion;
import org.bitacora.domain.territory.Membership;
import org.bitacora.domain.territory.TerritoryCode;
import org.bitacora.http.Access;
import org.bitacora.http.Answers;
import org.bitacora.http.Bodies;
import org.bitacora.http.Body;
import org.bitacora.http.Format;
import org.bitacora.http.Items;
import org.bitacora.http.Json;
import org.bitacora.projections.territory.Members;
import org.bitacora.projections.territory.Territories;
import org.bitacora.projections.territory.TerritoryRow;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The members of a metropolitan area, a province, a region or a network. */
@Path("/v1/territories/{t}/members")
@Tag(name = "territories")
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {

    private final Access access;
    private final Stating stating;
    private final Territories territories;
    private final Members members;
    private final AsOf asOf;
    private final Answers answers;
    private final Json json;

    MemberResource(
            Access access,
            Stating stating,
            Territories territories,
            Members members,
            AsOf asOf,
            Answers answers,
            Json json) {
        this.access = access;
        this.stating = stating;
        this.territories = territories;
        this.members = members;
        this.asOf = asOf;
        this.answers = answers;
        this.json = json;
    }

    /** A member, and the days on which it belongs. */
    @Schema(name = "Member", description = "A territory that belongs to another")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberShown(
            @Schema(examples = "br-salvador") String territory,

            @Schema(description = "The first day; absent where it always has belonged") @Nullable
            LocalDate from,

            @Schema(description = "The last day; absent where it still belongs") @Nullable
            LocalDate to) {
        static MemberShown of(Members.Member member) {
            return new MemberShown(
                    member.territory(),
                    member.since().equals(Occasion.EVER_FROM) ? null : member.since(),
                    member.until().equals(Occasion.EVER_TO) ? null : member.until());
        }

        static MemberShown of(Membership membership) {
            return new MemberShown(
                    membership.member().value(),
                    membership.from().orElse(null),
                    membership.to().orElse(null));
        }
    }

    /** Names a member. */
    @PUT
    @Path("/{m}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @Operation(
            operationId = "putMember",
            summary = "Name a member of a territory",
            description =
                    "Says that a territory belongs to another, and on which days: an entry of the other's log. Answered when"
                            + " it can be read. The same again changes nothing. Needs the role admin.")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MemberShown.class)))
    public Uni<MemberShown> put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "allas") @PathParam("t") String territory,
            @Parameter(description = "The code of the member", example = "br-ba") @PathParam("m") String member,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "MembershipWanted"))) byte[] body) {
        return access.admin(authorization).flatMap(caller -> known(territory)
                .chain(() -> known(member))
                .chain(() -> members.of(territory, Long.MAX_VALUE, Optional.empty()))
                .flatMap(all -> {
                    var membership = checked(territory, member, body);
                    var before = all.stream()
                            .filter(it -> it.territory().equals(member) && it.position() > 0)
                            .findFirst();
                    return before.filter(it -> MemberShown.of(it).equals(MemberShown.of(membership)))
                            .map(_ -> Uni.createFrom().item(0L))
                            .orElseGet(() -> stating.state(caller, statement(territory, membership, before)))
                            .replaceWith(MemberShown.of(membership));
                }));
    }

    private static Stating.Statement statement(
            String territory, Membership membership, Optional<Members.Member> before) {
        var member = membership.member().value();
        return new Stating.Statement(
                territory,
                Membership.NAMED,
                Membership.subject(territory, member),
                "member-" + member + "-" + before.map(Members.Member::position).orElse(0L),
                membership.toJson());
    }

    private Uni<TerritoryRow> known(String code) {
        return territories
                .find(code)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.notFound("No territory " + code + " is registered.")));
    }

    private static Membership checked(String territory, String member, byte[] body) {
        var data = Bodies.object(body);
        var found = Membership.check(data);
        if (!found.isEmpty()) {
            throw ProblemException.of(
                    Problem.of(422, "invalid", found.getFirst().detail(), found));
        }
        if (territory.equals(member)) {
            throw ProblemException.invalid("/member", "No territory is a member of itself.");
        }
        return Membership.of(new TerritoryCode(member), data);
    }

    /** Lists the members. */
    @GET
    @Operation(
            operationId = "listMembers",
            summary = "List the members of a territory",
            description =
                    "Lists the territories that belong to another, as its log says or as their registrations name it as their"
                            + " parent; the list comes whole.")
    @APIResponse(
            responseCode = "200",
            description = "The members",
            content = @Content(schema = @Schema(ref = "MemberItems")))
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "allas") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var ask = new Ask(request, Set.of("asOf", "minPosition", "format"));
        return answers.of(ask, territory, List.of(Format.JSON), true, known -> asOf.of(ask, territory, known.reached())
                .flatMap(moment -> members.of(territory, moment.position(), AsOf.instant(ask, moment)))
                .map(all -> Body.whole(
                        json.whole(Items.whole(all.stream().map(MemberShown::of).toList())))));
    }
}
