import { compareBytes } from "../../base/bytes.ts"
import { oneLine } from "../../base/text/hygiene.ts"
import { CATEGORY_ZH } from "../../facts/evidence/file-types.data.ts"
import { packetPath } from "../../facts/evidence/lock.ts"
import { type EvidenceItem, evidenceRow, isPacked, withCopies } from "../shared/evidence-item.ts"
import { bytes } from "../shared/evidence-item.words.ts"
import type { IdentifierTable } from "../shared/identifiers.ts"
import { labelSpan } from "../shared/labels.words.ts"
import { counted } from "../shared/print.ts"
import { ALL_FOLDERS, NO_FOLDER, WHOLE_LIST_ZH } from "./many-files.words.ts"

/** Evidence of more files than anybody reads on paper: told by folders in print, each file in a workbook. */

/** Most files of one kind that are printed a row each, some seventy pages; of more the paper tells the folders. */
export const MOST_LISTED = 500
/** Files of a folder above which it is told as a whole, where there are too many in all. */
const LARGE_FOLDER = 20
/** Most folders that are told apart. */
const MOST_FOLDERS = 100

/** Whether the evidence list is too long to be printed file by file. */
export function isTooLong(items: readonly EvidenceItem[]): boolean {
    return (["evidence", "exports"] as const).some(
        (folder) => items.filter(({ entry }) => entry.folder === folder).length > MOST_LISTED,
    )
}

/** Every file of the evidence list with all that the printed one says, a row each, masked copies below their originals. */
export function wholeListTable(items: readonly EvidenceItem[]): IdentifierTable {
    const rows = withCopies(items).map((item) => {
        const row = evidenceRow(item)
        const path = isPacked(item) ? `data/${packetPath(item.entry)}` : row.separate
        const said = [row.caption, row.source, row.maker, row.original, row.others, row.foreign]
        const file = [row.label, row.file, path, row.kind, row.pixels, counted(item.entry.sizeBytes)]
        return [...file, ...said, row.taken, row.modified, row.hashed, row.sha256]
    })
    return { title: WHOLE_LIST_ZH.title, columns: WHOLE_LIST_ZH.columns, rows }
}

/**
 * What of one kind of files is printed a row each, and what is told by the first folder of its names, in their order:
 * where there are too many, large folders, and if that is not enough all of them.
 */
export function toldFiles(items: readonly EvidenceItem[]): {
    readonly each: readonly EvidenceItem[]
    readonly folders: readonly object[]
} {
    if (items.length <= MOST_LISTED) return { each: items, folders: [] }
    const folders = [...groupBy(items, firstFolder)].sort(([a], [b]) => compareBytes(a, b))
    const [large, small] = [folders.filter(isLarge), folders.filter((folder) => !isLarge(folder))]
    const each = small.flatMap(([, files]) => files)
    if (large.length > MOST_FOLDERS || each.length > MOST_LISTED)
        return { each: [], folders: [folderRow(ALL_FOLDERS(counted(folders.length)), items)] }
    const isEach = new Set(each)
    return {
        each: items.filter((item) => isEach.has(item)),
        folders: large.map(([folder, files]) => folderRow(folder === "" ? NO_FOLDER : `${oneLine(folder)}/`, files)),
    }
}

/** Empty for a file in none. */
const firstFolder = ({ entry }: EvidenceItem): string => /^([^/]*)\//.exec(entry.originalName)?.[1] ?? ""
const isLarge = ([, files]: readonly [string, readonly EvidenceItem[]]): boolean => files.length > LARGE_FOLDER

function folderRow(folder: string, items: readonly EvidenceItem[]): object {
    const kinds = groupBy(items, ({ entry }) => CATEGORY_ZH[entry.category])
    return {
        folder,
        labels: labelSpan(items.map(({ entry }) => entry.label)),
        count: counted(items.length),
        kinds: [...kinds].map(([kind, files]) => `${kind} ${counted(files.length)}`).join("、"),
        size: bytes(counted(items.reduce((sum, { entry }) => sum + entry.sizeBytes, 0))),
    }
}

/** As `Map.groupBy`, which Node 20 lacks. */
function groupBy(items: readonly EvidenceItem[], keyOf: (item: EvidenceItem) => string): Map<string, EvidenceItem[]> {
    const groups = new Map<string, EvidenceItem[]>()
    for (const item of items) {
        const key = keyOf(item)
        const there = groups.get(key)
        if (there === undefined) groups.set(key, [item])
        else there.push(item)
    }
    return groups
}
