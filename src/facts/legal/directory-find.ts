import type { Directory, DirectoryEntry, DirectoryReader } from "./directory.ts"
import type { Source } from "./read.ts"
import { sourceOf } from "./source-of.ts"

/** Finding in the directory; knows no schema, so that a look-up is quick. */

/** An entry with its sources in place of their ids. */
export interface Found extends Omit<DirectoryEntry, "from" | "forFrom" | "readings"> {
    readonly from: Source
    readonly forFrom: Source
    readonly readings: readonly { readonly address: string; readonly zh: string; readonly en: string; from: Source }[]
}

/**
 * The entries in which every word stands, in whatever case and width, Chinese or English; those by whose name they are
 * called come first. All of them without words.
 *
 * @param reader - Only what that reader may be shown.
 */
export function findEntries(
    directory: Directory,
    words: readonly string[],
    reader?: DirectoryReader,
): readonly Found[] {
    const wanted = words.flatMap((word) => fold(word).split(/\s+/)).filter((word) => word !== "")
    const open = directory.entries.filter(({ readers }) => reader === undefined || readers.includes(reader))
    const has = (texts: readonly (string | undefined)[]): boolean => {
        const text = fold(texts.join("\n"))
        return wanted.every((word) => text.includes(word))
    }
    const names = (one: DirectoryEntry) => [one.id, one.name.zh, one.name.en, one.short, ...(one.also ?? [])]
    const byName = open.filter((one) => has(names(one)))
    const byText = open.filter((one) => !byName.includes(one) && has([...names(one), ...textsOf(one)]))
    return [...byName, ...byText].map((one) => resolved(directory, one))
}

const textsOf = (one: DirectoryEntry): readonly (string | undefined)[] => [
    one.for.zh,
    one.for.en,
    one.address,
    ...(one.readings ?? []).flatMap(({ address, zh, en }) => [address, zh, en]),
]

/** Letters of one case and one width. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase()

function resolved({ sources }: Directory, { from, forFrom, readings = [], ...entry }: DirectoryEntry): Found {
    return {
        ...entry,
        from: sourceOf(sources, from),
        forFrom: sourceOf(sources, forFrom ?? "ours"),
        readings: readings.map((reading) => ({ ...reading, from: sourceOf(sources, reading.from) })),
    }
}
