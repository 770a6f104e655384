import * as z from "zod"
import type { IssuePath } from "../../base/issue.ts"

/** Which fields a schema has, and where; for what people are told when a field does not fit. */

/** A mapping that has a field: keys from the root, `[]` for each entry of a list. */
export type FieldPlace = readonly string[]

/** Names of the fields that may stand in the mapping at a path; none where no mapping belongs. */
export function knownFields(schema: z.ZodType, path: IssuePath): readonly string[] {
    let nodes: readonly JsonSchema[] = [jsonSchemaOf(schema)]
    for (const key of path)
        nodes = nodes
            .flatMap(alternatives)
            .flatMap((node) => (typeof key === "number" ? node.items : node.properties?.[key]) ?? [])
    return nodes.flatMap(alternatives).flatMap((node) => Object.keys(node.properties ?? {}))
}

/** Every field of a schema with the mappings that have it. */
export function fieldPlaces(schema: z.ZodType): ReadonlyMap<string, readonly FieldPlace[]> {
    const made = PLACES.get(schema) ?? collectPlaces(jsonSchemaOf(schema))
    PLACES.set(schema, made)
    return made
}
const PLACES = new WeakMap<z.ZodType, ReadonlyMap<string, readonly FieldPlace[]>>()

function collectPlaces(root: JsonSchema): ReadonlyMap<string, readonly FieldPlace[]> {
    const places = new Map<string, FieldPlace[]>()
    const visit = (node: JsonSchema, place: FieldPlace): void => {
        for (const { properties, items } of alternatives(node)) {
            if (items !== undefined) visit(items, [...place, "[]"])
            for (const [field, member] of Object.entries(properties ?? {})) {
                const known = places.get(field) ?? []
                if (!known.some((other) => other.join() === place.join())) known.push(place)
                places.set(field, known)
                visit(member, [...place, field])
            }
        }
    }
    visit(root, [])
    return places
}

/** Made once for a schema: a file may have thousands of unknown fields. */
function jsonSchemaOf(schema: z.ZodType): JsonSchema {
    const made = MADE.get(schema) ?? (z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema)
    MADE.set(schema, made)
    return made
}
const MADE = new WeakMap<z.ZodType, JsonSchema>()

interface JsonSchema {
    readonly properties?: Readonly<Record<string, JsonSchema>>
    readonly items?: JsonSchema
    readonly anyOf?: readonly JsonSchema[]
    readonly oneOf?: readonly JsonSchema[]
    readonly allOf?: readonly JsonSchema[]
}

function alternatives(node: JsonSchema): JsonSchema[] {
    const others = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])]
    return [node, ...others.flatMap(alternatives)]
}
