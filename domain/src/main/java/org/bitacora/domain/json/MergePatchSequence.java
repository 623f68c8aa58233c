package org.bitacora.domain.json;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sequence of JSON Merge Patches (RFC 7396) as a single patch: applying the sequence equals applying its patches one
 * after the other. Merge patches are not closed under composition, because a merge patch cannot replace an object by
 * another object as a whole; a sequence can. The size of a sequence depends on the size of the resulting document, not
 * on the number of patches.
 */
public sealed interface MergePatchSequence {

    /** A single patch, unchanged. */
    record SinglePatch(Json.Obj patch) implements MergePatchSequence {}

    /** Several patches, combined into edits of members. */
    record ComposedPatches(Map<String, MemberEdit> edits) implements MergePatchSequence {}

    /** An edit of a member of the target. */
    sealed interface MemberEdit {

        /** The member is removed. */
        record Removal() implements MemberEdit {}

        /** The member is replaced by another value. */
        record Replacement(Json value) implements MemberEdit {}

        /** The member is an object, or becomes one, and its members are edited. */
        record NestedEdit(Map<String, MemberEdit> edits) implements MemberEdit {}
    }

    /** A sequence of one patch. */
    static MergePatchSequence of(Json.Obj patch) {
        return new SinglePatch(patch);
    }

    /** This sequence followed by a patch. */
    default MergePatchSequence then(Json.Obj patch) {
        var edits = new LinkedHashMap<>(edits());
        patch.members().forEach((name, value) -> compose(edits, name, edit(value)));
        return new ComposedPatches(edits);
    }

    /** This sequence followed by another one. */
    default MergePatchSequence then(MergePatchSequence next) {
        var edits = new LinkedHashMap<>(edits());
        next.edits().forEach((name, edit) -> compose(edits, name, edit));
        return new ComposedPatches(edits);
    }

    /** The target after all patches. */
    default Json.Obj applyTo(Json.Obj target) {
        return switch (this) {
            case SinglePatch(var patch) -> MergePatch.apply(target, patch);
            case ComposedPatches(var edits) -> apply(target, edits);
        };
    }

    private Map<String, MemberEdit> edits() {
        return switch (this) {
            case SinglePatch(var patch) -> edits(patch);
            case ComposedPatches(var edits) -> edits;
        };
    }

    private static Map<String, MemberEdit> edits(Json.Obj patch) {
        var edits = new LinkedHashMap<String, MemberEdit>();
        patch.members().forEach((name, value) -> edits.put(name, edit(value)));
        return edits;
    }

    private static MemberEdit edit(Json value) {
        return switch (value) {
            case Json.Null() -> new MemberEdit.Removal();
            case Json.Obj object -> new MemberEdit.NestedEdit(edits(object));
            case Json.Arr _, Json.Str _, Json.Num _, Json.Bool _ -> new MemberEdit.Replacement(value);
        };
    }

    private static void compose(Map<String, MemberEdit> edits, String name, MemberEdit next) {
        edits.merge(name, next, MergePatchSequence::compose);
    }

    private static MemberEdit compose(MemberEdit first, MemberEdit next) {
        return switch (next) {
            case MemberEdit.Removal _, MemberEdit.Replacement _ -> next;
            case MemberEdit.NestedEdit(var nested) ->
                switch (first) {
                    case MemberEdit.Removal() -> new MemberEdit.Replacement(apply(Json.Obj.EMPTY, nested));
                    case MemberEdit.Replacement(var value) ->
                        new MemberEdit.Replacement(apply(objectOrEmpty(value), nested));
                    case MemberEdit.NestedEdit(var before) -> {
                        var both = new LinkedHashMap<>(before);
                        nested.forEach((name, edit) -> compose(both, name, edit));
                        yield new MemberEdit.NestedEdit(both);
                    }
                };
        };
    }

    private static Json.Obj apply(Json.Obj target, Map<String, MemberEdit> edits) {
        var merged = new LinkedHashMap<>(target.members());
        edits.forEach((name, edit) -> {
            switch (edit) {
                case MemberEdit.Removal() -> merged.remove(name);
                case MemberEdit.Replacement(var value) -> merged.put(name, value);
                case MemberEdit.NestedEdit(var nested) -> merged.put(name, apply(target.object(name), nested));
            }
        });
        return new Json.Obj(merged);
    }

    private static Json.Obj objectOrEmpty(Json value) {
        return value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
