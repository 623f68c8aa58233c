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
import org.bitacora.application.RefusalException;
import org.bitacora.application.intake.CommandAppender;
import org.bitacora.application.territory.AsOfResolver;
import org.bitacora.domain.activity.EffectiveDate;
import org.bitacora.domain.identifier.Subject;
import org.bitacora.domain.identifier.TerritoryCode;
import org.bitacora.domain.refusal.Detail;
import org.bitacora.domain.territory.Membership;
import org.bitacora.domain.territory.TerritoryDecider;
import org.bitacora.domain.territory.TerritoryEvent;
import org.bitacora.http.AsOfParameterParser;
import org.bitacora.http.BearerAuthenticator;
import org.bitacora.http.ConditionalResponder;
import org.bitacora.http.Format;
import org.bitacora.http.JsonBodyParser;
import org.bitacora.http.JsonRenderer;
import org.bitacora.http.PageResponse;
import org.bitacora.http.ReadRequest;
import org.bitacora.http.Representation;
import org.bitacora.http.problem.Problem;
import org.bitacora.http.problem.ProblemException;
import org.bitacora.http.problem.ProblemStatuses;
import org.bitacora.projections.territory.MembershipRepository;
import org.bitacora.projections.territory.TerritoryRepository;
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

/** The members of a territory, for example of a metropolitan area, a province, a region or a network. */
@Path("/v1/territories/{t}/members")
@Tag(name = "territories")
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {

    private final BearerAuthenticator bearerAuthenticator;
    private final CommandAppender commandAppender;
    private final TerritoryRepository territoryRepository;
    private final MembershipRepository membershipRepository;
    private final AsOfResolver asOfResolver;
    private final ConditionalResponder conditionalResponder;
    private final JsonRenderer jsonRenderer;

    MemberResource(
            BearerAuthenticator bearerAuthenticator,
            CommandAppender commandAppender,
            TerritoryRepository territoryRepository,
            MembershipRepository membershipRepository,
            AsOfResolver asOfResolver,
            ConditionalResponder conditionalResponder,
            JsonRenderer jsonRenderer) {
        this.bearerAuthenticator = bearerAuthenticator;
        this.commandAppender = commandAppender;
        this.territoryRepository = territoryRepository;
        this.membershipRepository = membershipRepository;
        this.asOfResolver = asOfResolver;
        this.conditionalResponder = conditionalResponder;
        this.jsonRenderer = jsonRenderer;
    }

    /** A member, with the days between which it belongs to the territory. */
    @Schema(name = "MemberResponse", description = "A territory that belongs to another territory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MemberResponse(
            @Schema(examples = "br-salvador") String territory,

            @Schema(description = "The first day of the membership; absent if it has no beginning") @Nullable
            LocalDate from,

            @Schema(description = "The last day of the membership; absent if it has no end") @Nullable
            LocalDate to) {
        static MemberResponse of(MembershipRepository.MemberTerritory memberTerritory) {
            return new MemberResponse(
                    memberTerritory.territory(),
                    memberTerritory.since().equals(EffectiveDate.MIN_DATE) ? null : memberTerritory.since(),
                    memberTerritory.until().equals(EffectiveDate.MAX_DATE) ? null : memberTerritory.until());
        }

        static MemberResponse of(Membership membership) {
            return new MemberResponse(
                    membership.member().value(),
                    membership.from().orElse(null),
                    membership.to().orElse(null));
        }
    }

    /** Sets the membership of a territory. */
    @PUT
    @Path("/{m}")
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = "key")
    @ProblemStatuses({403, 404, 422})
    @Operation(
            operationId = "putMember",
            summary = "Set a member of a territory",
            description = "Records that a territory belongs to another between two days. The membership is an"
                    + " entry of the log of the territory in the path, and replaces an earlier"
                    + " one of the same member. Repeating the request changes nothing. The"
                    + " response is sent when the membership can be read. Requires the role"
                    + " admin.")
    @APIResponse(
            responseCode = "200",
            description = "The membership",
            content = @Content(schema = @Schema(implementation = MemberResponse.class)))
    public Uni<MemberResponse> put(
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Parameter(description = "The code of the territory", example = "allas") @PathParam("t") String territory,
            @Parameter(description = "The code of the member", example = "br-ba") @PathParam("m") String member,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "MembershipRequest")))
                    byte[] body) {
        return bearerAuthenticator.requireAdmin(authorization).flatMap(caller -> requireTerritory(territory)
                .chain(() -> requireTerritory(member))
                .chain(() -> membershipRepository.membersOf(territory, Long.MAX_VALUE, Optional.empty()))
                .flatMap(all -> {
                    var membership = parseMembership(member, body);
                    var before = all.stream()
                            .filter(it -> it.territory().equals(member) && it.position() > 0)
                            .findFirst();
                    var events = RefusalException.requireEvents(TerritoryDecider.nameMember(
                            new TerritoryCode(territory), before.map(MemberResource::toMembership), membership));
                    return (events.isEmpty()
                                    ? Uni.createFrom().item(0L)
                                    : commandAppender.append(
                                            caller, statement(territory, member, events.getFirst(), before)))
                            .replaceWith(MemberResponse.of(membership));
                }));
    }

    private static CommandAppender.EventCommand statement(
            String territory,
            String member,
            TerritoryEvent event,
            Optional<MembershipRepository.MemberTerritory> before) {
        return new CommandAppender.EventCommand(
                new Subject.MemberSubject(new TerritoryCode(territory), new TerritoryCode(member)),
                "member-" + member + "-"
                        + before.map(MembershipRepository.MemberTerritory::position)
                                .orElse(0L),
                event);
    }

    private static Membership toMembership(MembershipRepository.MemberTerritory member) {
        return new Membership(
                new TerritoryCode(member.territory()),
                Optional.of(member.since()).filter(it -> !it.equals(EffectiveDate.MIN_DATE)),
                Optional.of(member.until()).filter(it -> !it.equals(EffectiveDate.MAX_DATE)));
    }

    private Uni<TerritoryRow> requireTerritory(String code) {
        return territoryRepository
                .find(code)
                .map(found -> found.orElseThrow(
                        () -> ProblemException.notFound(Detail.of("No territory {0} is registered.", code))));
    }

    private static Membership parseMembership(String member, byte[] body) {
        var data = JsonBodyParser.parseObject(body);
        var found = Membership.validate(data);
        if (!found.isEmpty()) {
            throw ProblemException.of(
                    Problem.of(422, "invalid", found.getFirst().detail(), found));
        }
        return Membership.of(new TerritoryCode(member), data);
    }

    /** Lists the members. */
    @GET
    @ProblemStatuses(404)
    @Operation(
            operationId = "listMembers",
            summary = "List the members of a territory",
            description = "Lists the members of a territory as of a moment: those that its log names, and those"
                    + " whose registration names it as `parent`. The list is complete.")
    @APIResponse(
            responseCode = "200",
            description = "The members",
            content = @Content(schema = @Schema(ref = "MemberPageResponse")))
    public Uni<Response> list(
            @Parameter(description = "The code of the territory", example = "allas") @PathParam("t") String territory,
            @Parameter(hidden = true) @Context HttpServerRequest request) {
        var readRequest = new ReadRequest(request, Set.of("asOf", "minPosition", "format"));
        return conditionalResponder.respondUncached(
                readRequest, territory, List.of(Format.JSON), responseContext -> asOfResolver
                        .resolve(AsOfParameterParser.parse(readRequest), territory, responseContext.reached())
                        .flatMap(asOfMoment -> membershipRepository.membersOf(
                                territory,
                                asOfMoment.position(),
                                AsOfResolver.instant(AsOfParameterParser.parse(readRequest), asOfMoment)))
                        .map(all -> Representation.unpaged(jsonRenderer.render(PageResponse.singlePage(
                                all.stream().map(MemberResponse::of).toList())))));
    }
}
