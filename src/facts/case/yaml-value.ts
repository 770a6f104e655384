import { isMap, isNode, isPair, isScalar, isSeq } from "yaml"
import type { IssuePath } from "../../base/issue.ts"

/** Whether a mapping with nothing filled in counts as given (each blank is then named) or as left out. */
export type BlankMappings = "keep" | "drop"

/** Where a value stands in the text, and the values in it. */
export interface Place {
    readonly offset: number
    readonly members: ReadonlyMap<string | number, Place>
}

/** A field that is not read, and where it stands. */
export interface LostField {
    readonly path: IssuePath
    readonly offset: number
    readonly field: string
}

/** A figure whose commas made fields of its ends: `{amount: 81,200.55}`. */
export interface SplitNumber extends LostField {
    readonly parts: readonly string[]
}

export interface YamlValue {
    readonly value: unknown
    readonly place: Place
    readonly twice: readonly LostField[]
    readonly split: readonly SplitNumber[]
}

/**
 * A document as plain texts, lists and mappings. A known field without a value (`key:` and nothing) counts as not
 * given, so that a generated form may be left partly blank; one that is not known stays, as an empty text.
 *
 * @param known - Fields that may stand in the mapping at a path; without it every field with a colon may be blank.
 */
export function yamlValue(
    document: { readonly contents: unknown },
    blank: BlankMappings,
    known?: (path: IssuePath) => readonly string[],
): YamlValue {
    const twice: LostField[] = []
    const split: SplitNumber[] = []
    const read = (node: unknown, path: IssuePath): Read => {
        const offset = offsetOf(node) ?? 0
        if (isSeq(node)) {
            const members = new Map<number, Place>()
            const items: unknown[] = []
            for (const item of node.items) {
                const { value, place } = read(item, [...path, items.length])
                if (value === undefined) continue
                members.set(items.length, place)
                items.push(value)
            }
            return { value: items, place: { offset, members } }
        }
        if (!isMap(node)) {
            const value = isScalar(node) ? node.value : null
            return { value: value === null || value === "" ? undefined : value, place: { offset, members: NONE } }
        }
        return mapping(node.items, path, offset)
    }
    const mapping = (pairs: readonly unknown[], path: IssuePath, offset: number): Read => {
        const members = new Map<string, Place>()
        const kept: [string, unknown][] = []
        const allowed = lazy(() => new Set(known?.(path)))
        for (let i = 0; i < pairs.length; i++) {
            const pair = pairs[i]
            if (!isPair(pair)) continue
            const field = fieldOf(pair.key)
            const start = offsetOf(pair.value) ?? offsetOf(pair.key) ?? offset
            const at = [...path, field]
            if (members.has(field)) {
                twice.push({ path: at, offset: offsetOf(pair.key) ?? start, field })
                continue
            }
            const { value, place } = read(pair.value, at)
            members.set(field, { offset: start, members: place.members })
            const parts = typeof value === "string" && /^\d+$/.test(value) ? endsOf(pairs, i) : []
            if (parts.length > 0) split.push({ path: at, offset: start, field, parts: [String(value), ...parts] })
            i += parts.length
            if (value !== undefined) kept.push([field, value])
            else if (known === undefined ? isFragment(pair) : !allowed().has(field)) kept.push([field, ""])
        }
        const isBlank = blank === "drop" && kept.length === 0 && pairs.length > 0
        return { value: isBlank ? undefined : Object.fromEntries(kept), place: { offset, members } }
    }
    return { ...read(document.contents, []), twice, split }
}

interface Read {
    readonly value: unknown
    readonly place: Place
}

const NONE: ReadonlyMap<string, Place> = new Map()

/** Fields without a value that are nothing but digits, from behind a place on: what a comma in a figure leaves. */
function endsOf(pairs: readonly unknown[], from: number): string[] {
    const ends: string[] = []
    for (let i = from + 1; i < pairs.length; i++) {
        const pair = pairs[i]
        const field = isPair(pair) && isFragment(pair) ? fieldOf(pair.key) : ""
        if (!/^\d+(?:\.\d+)?$/.test(field)) break
        ends.push(field)
    }
    return ends
}

/** Whether there is no colon, as behind a comma that was meant as one of the text: `{zh: 甲, en: one, or another}`. */
const isFragment = ({ value }: { readonly value: unknown }): boolean => value === null

function fieldOf(key: unknown): string {
    if (isScalar(key)) return String(key.value ?? "")
    return isNode(key) ? key.toString() : ""
}

function offsetOf(node: unknown): number | undefined {
    return isNode(node) ? node.range?.[0] : undefined
}

function lazy<T>(make: () => T): () => T {
    let made: { readonly value: T } | undefined
    return () => {
        made ??= { value: make() }
        return made.value
    }
}
