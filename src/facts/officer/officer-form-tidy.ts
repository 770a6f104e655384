import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { halfWidth } from "../../base/text/hygiene.ts"
import { FORM } from "./officer-form.data.ts"
import type { RowKind } from "./officer-form-row.ts"

/**
 * Chinese input methods leave full-width digits and signs (`＠`, `．`, `－`, `：`) in numbers, mail addresses and times.
 * In fields that can hold no such character they are read as their ASCII form, and each change is reported; texts in
 * Chinese (names of authorities, document numbers) are left alone.
 */
export function tidyOfficer(value: unknown, at: (path: IssuePath) => IssuePath, issues: Issue[]): unknown {
    return tidyAt(value, [], at, issues)
}

function tidyAt(value: unknown, path: IssuePath, at: (path: IssuePath) => IssuePath, issues: Issue[]): unknown {
    if (Array.isArray(value)) return value.map((item, i) => tidyAt(item, [...path, i], at, issues))
    if (typeof value === "object" && value !== null)
        return Object.fromEntries(
            Object.entries(value).map(([key, member]) => [key, tidyAt(member, [...path, key], at, issues)]),
        )
    if (typeof value !== "string") return value
    const read = tidyText(value, path)
    if (read !== value) issues.push(issue("request.form.half-width", at(path), { found: value, read }, "warning"))
    return read
}

function tidyText(value: string, path: IssuePath): string {
    const kind = KINDS.get(fieldName(path, "[]").replace(/^request\.periods\.[^.]+/, "request.periods"))
    if (kind === undefined || kind === "text") return value
    const ascii = halfWidth(value)
    if (kind === "english") return ascii
    // Dashes that word processors put for a minus sign, and the full stop of an input method inside an address.
    return ascii.replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\u3002\uFF61]/g, ".")
}

const KINDS: ReadonlyMap<string, RowKind> = new Map<string, RowKind>([
    ...FORM.flatMap(({ rows }) => rows.map((row): [string, RowKind] => [row.field, row.kind])),
    ["request.dataGroups[]", "code"],
    ["exhibits[].label", "code"],
    ["exhibits[].captionEn", "english"],
    ["request.labels[].fact", "code"],
    ["request.labels[].labelEn", "english"],
    ...["request.period", "request.periods"].flatMap((span) =>
        ["from", "to", "from.at", "from.zone", "to.at", "to.zone"].map((end): [string, RowKind] => [
            `${span}.${end}`,
            "time",
        ]),
    ),
    ["verifiedAddresses[].on", "date"],
    ["factsNotUsed[]", "code"],
])

/** Name of a field at a path: `exhibits[0].label`, or with `[]` for any index. */
export function fieldName(path: IssuePath, index?: "[]"): string {
    return path.reduce<string>((name, key) => {
        if (typeof key === "number") return name + (index ?? `[${String(key)}]`)
        return name === "" ? key : `${name}.${key}`
    }, "")
}
