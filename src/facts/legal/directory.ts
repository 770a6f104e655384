import * as z from "zod"
import { assertKnown, day, pair, readLegal, sourceShape } from "./read.ts"

/** Authorities, associations, international bodies and firms that an officer or a reporter may turn to, as dated data. */

/** Who may be shown an entry. */
export const DIRECTORY_READERS = ["victim", "police"] as const
export type DirectoryReader = (typeof DIRECTORY_READERS)[number]

const address = z.string().regex(/^(?:https?:\/\/|[^@\s]+@)[a-z0-9.-]+\.[a-z]{2,}(?:\/[^\s]*)?$/)

const entryShape = z.strictObject({
    id: z.string(),
    kind: z.enum(["public-security", "authority", "association", "international", "company"]),
    readers: z.array(z.enum(DIRECTORY_READERS)).min(1),
    name: pair,
    /** Abbreviation, as the source has it. */
    short: z.string().optional(),
    /** Other words by which people look for it. */
    also: z.array(z.string()).optional(),
    for: pair,
    /** Where {@link entryShape.for} comes from; in our own words where absent. */
    forFrom: z.string().optional(),
    address: address.optional(),
    /** What sources have besides, with why it is not used. */
    readings: z.array(z.strictObject({ address, ...pair.shape, from: z.string() })).optional(),
    from: z.string(),
})

const directoryShape = z.strictObject({
    format: z.literal("1.0"),
    compiledOn: day,
    sources: z.array(sourceShape).min(1),
    entries: z.array(entryShape).min(1),
})

/** `legal/directory.yaml`. */
export type Directory = z.output<typeof directoryShape>
export type DirectoryEntry = Directory["entries"][number]

/** The data file. */
export const DIRECTORY_FILE = "legal/directory.yaml"

/** Reads {@link DIRECTORY_FILE}; every source that it names must be in it. */
export function readDirectory(source: string): Directory {
    const directory = readLegal(DIRECTORY_FILE, source, directoryShape)
    const { sources, entries } = directory
    for (const [i, { from, forFrom = from, readings = [] }] of entries.entries())
        assertKnown([DIRECTORY_FILE, "entries", i], [from, forFrom, ...readings.map((one) => one.from)], sources)
    return directory
}
