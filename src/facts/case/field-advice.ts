import type * as z from "zod"
import type { IssuePath } from "../../base/issue.ts"
import { closest, editDistance } from "../../base/text/closest.ts"
import { isObject, memberOf } from "../../base/value.ts"
import { type FieldPlace, fieldPlaces, knownFields } from "./schema-fields.ts"

/** What was read, where from, and against which schema. */
export interface Input {
    readonly file: string
    readonly value: unknown
    readonly schema: z.ZodType
    /** Line of a path in the file, as `:12`. */
    readonly locate: (path: IssuePath) => string
}

/** What to do with a field that does not belong where it stands. */
export interface FieldAdvice {
    /** The field that was meant, if the name is misspelt. */
    readonly proposed: string
    /** Where it belongs: `reporter`, `loss.assets[]`, `.` for the outermost; several with ` | `; empty if it may stand here. */
    readonly belongs: string
}

/** More places than these say nothing. */
const MOST_PLACES = 3

/**
 * A field of that name elsewhere comes before one of a similar name here: `email` belongs to the reporter and is no
 * misspelt `emails`, which is handed on.
 */
export function fieldAdvice(input: Input, path: readonly (string | number)[], field: string): FieldAdvice {
    const places = fieldPlaces(input.schema)
    const here = closest(field, knownFields(input.schema, path))
    const proposed = places.has(field) ? field : closest(field, [...places.keys()])
    if (proposed === undefined || here === proposed) return { proposed: here ?? "", belongs: "" }
    if (here !== undefined && editDistance(field, here) <= editDistance(field, proposed))
        return { proposed: here, belongs: "" }
    const line = lineOf(input.locate([...path, field]))
    const known = places.get(proposed) ?? []
    const standing = known
        .map((place) => ({ place, at: lineOf(locatePlace(input, place)) }))
        .filter(({ at }) => at <= line && at > 0)
        .sort((a, b) => b.at - a.at)
    const nearest = standing[0]?.place
    const chosen = nearest !== undefined ? [nearest] : known.length <= MOST_PLACES ? known : []
    if (chosen.length === 0) return { proposed: here ?? "", belongs: "" }
    return { proposed: proposed === field ? "" : proposed, belongs: chosen.map(printPlace).join(" | ") }
}

function printPlace(place: FieldPlace): string {
    return place.length === 0 ? "." : place.join(".").replaceAll(".[]", "[]")
}

/** Line of the last mapping of a place that the file has; nothing where it has none. */
function locatePlace(input: Input, place: FieldPlace): string {
    let value = input.value
    const path: (string | number)[] = []
    for (const step of place) {
        const key = step === "[]" && Array.isArray(value) ? value.length - 1 : step
        if (!isObject(value) || !Object.hasOwn(value, key)) return ""
        value = memberOf(value, key)
        path.push(key)
    }
    return isObject(value) ? input.locate(path) : ""
}

function lineOf(place: string): number {
    return Number(place.slice(1))
}
