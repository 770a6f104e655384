/** What a record in a packet claims, read without a schema: anybody may have written it. */

/** A member of its own by its name; undefined where there is none. */
export function member(value: unknown, name: string): unknown {
    return isObject(value) && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
}

export function isObject(value: unknown): value is object {
    return typeof value === "object" && value !== null
}
