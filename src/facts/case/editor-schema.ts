import { isMapping } from "../../base/value.ts"

/** What is typed for one answer: every scalar is read as text, and a blank one is no answer. */
const TYPED = ["string", "number", "boolean", "null"]

/**
 * The JSON Schema of a form as an editor needs it (draft 2020-12), from that of what is read: `idNumber: 9999` without
 * quotes is text here and a number to an editor, a field left blank is null to it, and a choice may be given in the words
 * of the form. Which fields there are, and of which kind, stays as it was; a choice still names its codes, to be proposed.
 */
export function editorSchema(schema: unknown): unknown {
    if (!isMapping(schema)) return schema
    const { type, enum: codes, const: only, properties, items, additionalProperties, anyOf, ...rest } = schema
    const choices = codes ?? (only === undefined ? undefined : [only])
    if (choices !== undefined) return { ...described(rest), anyOf: [{ enum: choices }, { type: TYPED }] }
    if (type === "string") return { ...described(rest), type: TYPED }
    return {
        ...rest,
        ...(type === undefined ? {} : { type: [type, "null"] }),
        ...(isMapping(properties)
            ? { properties: Object.fromEntries(Object.entries(properties).map(([key, of]) => [key, editorSchema(of)])) }
            : {}),
        ...(items === undefined ? {} : { items: editorSchema(items) }),
        ...(additionalProperties === undefined ? {} : { additionalProperties: editorSchema(additionalProperties) }),
        ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(editorSchema) } : {}),
    }
}

/** What does not say how a text is written: `private`, `default`, a description. */
function described(rest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const { pattern, format, minLength, maxLength, ...kept } = rest
    return kept
}
