/** What a file gave, of which nothing is known yet: anybody may have written it, so it answers only to names of its own. */

/** A list or a mapping. */
export function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
    return isObject(value) && !Array.isArray(value)
}

/** A member by its name or place; `undefined` where there is none. */
export function memberOf(value: unknown, key: string | number): unknown {
    return isObject(value) && Object.hasOwn(value, key)
        ? (value as Readonly<Record<string | number, unknown>>)[key]
        : undefined
}

/** What stands at a path; `undefined` where nothing does. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
    return path.reduce(memberOf, value)
}

/** A text within a value. */
export interface PlacedText {
    readonly path: readonly (string | number)[]
    readonly text: string
}

/** Every text within a value, in its order. */
export function textsOf(value: unknown): readonly PlacedText[] {
    const found: PlacedText[] = []
    const visit = (inner: unknown, path: PlacedText["path"]): void => {
        if (typeof inner === "string") found.push({ path, text: inner })
        else if (Array.isArray(inner)) inner.forEach((item, i) => void visit(item, [...path, i]))
        else if (isObject(inner)) for (const [key, member] of Object.entries(inner)) visit(member, [...path, key])
    }
    visit(value, [])
    return found
}
