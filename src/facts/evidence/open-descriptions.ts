import type { Description } from "./descriptions.ts"
import type { LockEntry } from "./lock.ts"

/** What a reader of evidence asks of a file, and nobody said; some of it has to be added by another hand. */

/** `translation`, `transcript`: to be added where a file is in a foreign language, or is a recording. */
export type Gap = "source" | "maker" | "original" | "others" | "foreign" | "translation" | "transcript"

type Described = Description & { readonly entry: LockEntry }

const GAPS: readonly (readonly [gap: Gap, isOpen: (item: Described) => boolean])[] = [
    ["source", ({ source }) => isBlank(source)],
    ["maker", ({ maker, method }) => isBlank(maker) || isBlank(method)],
    ["original", ({ originalAt }) => isBlank(originalAt)],
    ["others", ({ othersData }) => othersData === undefined],
    ["foreign", ({ foreign }) => foreign === undefined],
    ["translation", ({ foreign }) => foreign === true],
    ["transcript", ({ entry }) => entry.category === "recording"],
]

const isBlank = (text: string): boolean => text.trim() === ""

/** Each gap with the labels of the files that have it, in the order in which the list of evidence prints them. */
export function openDescriptions(
    items: readonly Described[],
): readonly { readonly gap: Gap; readonly labels: readonly string[] }[] {
    return GAPS.map(([gap, isOpen]) => ({
        gap,
        labels: items.filter(isOpen).map(({ entry }) => entry.label),
    })).filter(({ labels }) => labels.length > 0)
}
