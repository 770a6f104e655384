import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { LARGEST_JSON, readJson } from "../../base/json.ts"
import { isObject, memberOf } from "../../base/value.ts"
import type { Contents } from "./contents.ts"
import type { ListFindings } from "./list.ts"

/**
 * What the record of the evidence in a draft claims of its files, held against the list and the files. The record is
 * printed and read by people, so that a hash in it that is not the file's is a false statement, though every list agrees.
 * What else a record does not say as it should is for those to find who work with it. A record in which no claim can be
 * read is an error, since it would be held against nothing.
 */

const RECORD = "data/evidence.json"

/** Errors where a claim is false or none can be read; a note for each file that is handed over on a disc of its own. */
export async function checkEvidence(contents: Contents, { lines, changed }: ListFindings): Promise<Issue[]> {
    const isChanged = new Set(changed)
    // One that is not as listed has been named, and what it says may come from anybody.
    const bytes = isChanged.has(RECORD) ? undefined : await contents.bytes(RECORD, LARGEST_JSON)
    const read = bytes === undefined ? undefined : readJson(bytes)
    // Of text that is no JSON `checkOneRef` tells.
    if (read === undefined || "fault" in read) return []
    const items = memberOf(read.value, "items")
    if (!Array.isArray(items)) return [issue("verify.evidence.form", [RECORD, "items"], {})]
    // By label alone: which extension a type of file gets may change with the version that wrote the packet.
    const listed = new Map(lines.map(({ path, sha256 }) => [path.replace(/\.[^./]*$/, ""), { path, sha256 }]))
    const labels = new Set<string>()
    const claimed = items.flatMap((item: unknown, i) =>
        partsOf(item).flatMap((part): Issue[] => {
            const at = [RECORD, "items", i, part]
            const claim = claimOf(memberOf(item, part))
            const apart = memberOf(item, "handedOver")
            if (!("sha256" in claim)) return malformed(item, part, at, claim)
            if (apart !== undefined && apart !== "separately")
                return [issue("verify.evidence.form", [RECORD, "items", i, "handedOver"], {})]
            const { label, file, folder, size, sha256 } = claim
            if (labels.has(label) || label !== labelOf(item, part))
                return [issue("verify.evidence.form", [...at, "label"], {})]
            labels.add(label)
            if (part === "entry" && apart !== undefined)
                return [issue("verify.evidence.separate", [RECORD], { label, file, size, sha256 }, "note")]
            const found = listed.get(`data/${folder}/${label}`)
            if (found === undefined) return [issue("verify.evidence.no-file", at, { label, file })]
            const differs = (
                field: "sha256" | "sizeBytes",
                claimed: string | number,
                actual: string | number,
            ): Issue[] =>
                claimed === actual
                    ? []
                    : [
                          issue("verify.evidence.differs", [...at, field], {
                              label,
                              file: found.path,
                              field,
                              claimed: String(claimed),
                              actual: String(actual),
                          }),
                      ]
            const actual = contents.size(found.path)
            return [
                ...differs("sha256", sha256, found.sha256),
                // The size of a file that is not as listed says nothing of the record.
                ...(actual === undefined || isChanged.has(found.path) ? [] : differs("sizeBytes", size, actual)),
            ]
        }),
    )
    const isForm = ({ code }: Issue): boolean => code === "verify.evidence.form"
    const told = claimed.filter(isForm).slice(0, MOST_MALFORMED)
    return [...claimed.filter((one) => !isForm(one)), ...told, ...unknownMembers(read.value, items)]
}

// A list of millions of `null` fits into a record; each of them named would help nobody.
const MOST_MALFORMED = 100

/** The whole entry where it is none, else what is wrong in it. */
function malformed(item: unknown, part: string, at: IssuePath, fields: readonly string[]): Issue[] {
    const isEntry = isObject(memberOf(item, part))
    return isEntry
        ? fields.map((name) => issue("verify.evidence.form", [...at, name], {}))
        : [issue("verify.evidence.form", at, {})]
}

/** An item has an entry, and where something is masked the entry of the copy. */
function partsOf(item: unknown): readonly ("entry" | "masked")[] {
    return memberOf(item, "masked") === undefined ? ["entry"] : ["entry", "masked"]
}

/** The label that an entry must have: that under which the item describes it, of a masked copy with its mark. */
function labelOf(item: unknown, part: "entry" | "masked"): unknown {
    const own = memberOf(item, "label")
    return part === "entry" ? own : `${String(own)}-m`
}

/** Members of the record in this version; `LockEntry` and `RecordedItem` have the same, which a test holds. */
export const KNOWN_MEMBERS = {
    record: ["format", "items"],
    item: "label caption source maker method originalAt othersData share foreign printed handedOver boxes entry masked".split(
        " ",
    ),
    entry: "folder label originalName sizeBytes mediaType category sha256 modifiedAt importedAt widthPx heightPx exif danger".split(
        " ",
    ),
} as const

/**
 * A warning for each name that this version does not know, at its first place. No error: records grow by optional members,
 * so that it may be a later version's, and nothing that was listed has changed; but it is not passed over in silence.
 */
function unknownMembers(record: unknown, items: readonly unknown[]): Issue[] {
    const found = new Map<string, Issue>()
    const look = (value: unknown, known: readonly string[], ...at: (string | number)[]): void => {
        for (const name of isObject(value) ? Object.keys(value) : []) {
            if (found.size === MOST_MALFORMED) return
            const key = `${String(at.length)} ${name}`
            if (!known.includes(name) && !found.has(key))
                found.set(key, issue("verify.evidence.unknown", [...at, name], {}, "warning"))
        }
    }
    look(record, KNOWN_MEMBERS.record, RECORD)
    for (const [i, item] of items.entries()) {
        look(item, KNOWN_MEMBERS.item, RECORD, "items", i)
        for (const part of partsOf(item)) look(memberOf(item, part), KNOWN_MEMBERS.entry, RECORD, "items", i, part)
    }
    return [...found.values()]
}

interface Claim {
    readonly label: string
    readonly file: string
    readonly folder: string
    readonly size: number
    readonly sha256: string
}

/** What an entry claims; or the names of what is missing or malformed in it. */
function claimOf(entry: unknown): Claim | readonly string[] {
    const [label, file, folder, size, sha256] = ["label", "originalName", "folder", "sizeBytes", "sha256"].map((name) =>
        memberOf(entry, name),
    )
    if (typeof label === "string" && typeof file === "string" && typeof folder === "string")
        if (typeof size === "number" && typeof sha256 === "string") return { label, file, folder, size, sha256 }
    const texts = { label, originalName: file, folder, sha256 }
    const wrong = Object.entries(texts).flatMap(([name, value]) => (typeof value === "string" ? [] : [name]))
    return [...wrong, ...(typeof size === "number" ? [] : ["sizeBytes"])]
}
