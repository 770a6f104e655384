/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * JSON text that depends on the value alone: keys in code-unit order as in RFC 8785 §3.2.3, indented by two
 * spaces so that a person can read it, LF, one newline at the end. Absent (`undefined`) members are left out.
 */
export function printJson(value: unknown): string {
    return `${JSON.stringify(sorted(value), undefined, 2)}\n`
}

/** The same on one line without blanks, its LF included: a line of a journal. */
export function printJsonLine(value: unknown): string {
    return `${JSON.stringify(sorted(value))}\n`
}

function sorted(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(sorted)
    if (typeof value !== "object" || value === null) return value
    const entries = Object.entries(value).filter(([, member]) => member !== undefined)
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    return Object.fromEntries(entries.map(([key, member]) => [key, sorted(member)]))
}
