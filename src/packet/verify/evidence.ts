import { type Issue, issue } from "../../base/issue.ts"
import { LARGEST_JSON, readJson } from "../../base/json.ts"
import type { Contents } from "./contents.ts"
import type { ListFindings } from "./list.ts"

/**
 * What the record of the evidence in a draft claims of its files, held against the list and the files. The record is
 * printed and read by people, so that a hash in it that is not the file's is a false statement, though every list agrees.
 * What else a record does not say as it should is for those to find who work with it.
 */

const RECORD = "data/evidence.json"

/** Errors where a claim is false; a note for each file that is handed over on a disc of its own, to be held against that. */
export async function checkEvidence(contents: Contents, { lines, changed }: ListFindings): Promise<Issue[]> {
    const isChanged = new Set(changed)
    // One that is not as listed has been named, and what it says may come from anybody.
    const bytes = isChanged.has(RECORD) ? undefined : await contents.bytes(RECORD, LARGEST_JSON)
    const read = bytes === undefined ? undefined : readJson(bytes)
    const items = read !== undefined && "value" in read ? member(read.value, "items") : undefined
    if (!Array.isArray(items)) return []
    // By label alone: which extension a type of file gets may change with the version that wrote the packet.
    const listed = new Map(lines.map(({ path, sha256 }) => [path.replace(/\.[^./]*$/, ""), { path, sha256 }]))
    return items.flatMap((item: unknown, i) =>
        ["entry", "masked"].flatMap((part): Issue[] => {
            const claim = claimOf(member(item, part))
            if (claim === undefined) return []
            const { label, file, folder, size, sha256 } = claim
            if (part === "entry" && member(item, "handedOver") === "separately")
                return [issue("verify.evidence.separate", [RECORD], { label, file, size, sha256 }, "note")]
            const at = [RECORD, "items", i, part]
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
}

interface Claim {
    readonly label: string
    readonly file: string
    readonly folder: string
    readonly size: number
    readonly sha256: string
}

/** What an entry claims; `undefined` where it is none, or lacks a part. */
function claimOf(entry: unknown): Claim | undefined {
    const [label, file, folder, size, sha256] = ["label", "originalName", "folder", "sizeBytes", "sha256"].map((name) =>
        member(entry, name),
    )
    if (typeof label !== "string" || typeof file !== "string" || typeof folder !== "string") return undefined
    return typeof size !== "number" || typeof sha256 !== "string" ? undefined : { label, file, folder, size, sha256 }
}

function member(value: unknown, name: string): unknown {
    if (typeof value !== "object" || value === null) return undefined
    return Object.entries(value).find(([key]) => key === name)?.[1]
}
